package org.hgbench.harness.plan;

import org.hgbench.harness.load.Arrival;

/// An open load: how operations are due, and how many.
///
/// @param arrival how they are due
/// @param percent the rate as a share of the closed loop's, in percent; 0 if it is named itself
/// @param perSecond the rate, 0 if it is a percentage
public record Load(Arrival arrival, int percent, double perSecond) {
  /// Reads `75%` or `20000`, operations per second.
  ///
  /// @throws IllegalArgumentException if it is neither
  static Load of(Arrival arrival, String text) {
    try {
      if (text.endsWith("%")) {
        int percent = Integer.parseInt(text.substring(0, text.length() - 1));
        if (percent >= 1 && percent <= 200) {
          return new Load(arrival, percent, 0);
        }
      } else {
        double perSecond = Double.parseDouble(text);
        if (perSecond >= 1 && perSecond <= 1e8) {
          return new Load(arrival, 0, perSecond);
        }
      }
    } catch (NumberFormatException e) {
      throw refused(text, e);
    }
    throw refused(text, null);
  }

  private static IllegalArgumentException refused(String text, Exception cause) {
    return new IllegalArgumentException(
        "Loads: '%s' is no load; write 75%% (of the closed loop's rate, at most 200%%) or 20000 (operations per second)"
            .formatted(text),
        cause);
  }

  /// Fit for an id.
  String label() {
    return percent > 0
        ? "open-%s-%dpct".formatted(arrival.label(), percent)
        : "open-%s-%dps".formatted(arrival.label(), Math.round(perSecond));
  }
}
