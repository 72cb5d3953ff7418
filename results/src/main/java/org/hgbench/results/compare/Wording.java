package org.hgbench.results.compare;

import java.util.Locale;
import org.hgbench.results.statistics.Interval;

/// Changes, chances and counts as comparisons print them, the same in every locale.
final class Wording {
  private Wording() {}

  static String format(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }

  /// A shift of logarithms as a signed change, `+6.1%`.
  static String change(double shift) {
    if (Double.isInfinite(shift)) {
      return shift > 0 ? "+inf" : "-100%";
    }
    double percent = 100 * Math.expm1(shift);
    // What rounds to nothing has no direction.
    return Math.abs(percent) < 0.05 ? "0.0%" : format("%+.1f%%", percent);
  }

  static String changes(Interval interval) {
    return "[" + change(interval.low()) + ", " + change(interval.high()) + "]";
  }

  /// A shift of logarithms as an unsigned change, `3.0%`.
  static String size(double shift) {
    return format("%.1f%%", 100 * Math.expm1(Math.abs(shift)));
  }

  static String p(double p) {
    return p < 0.001 ? format("%.1e", p) : format("%.3f", p);
  }

  static String plural(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
