package org.hgbench.harness.load;

import java.util.Locale;

/// Whether an open load kept its rate.
///
/// @param planned operations that were due
/// @param done operations that were done
/// @param plannedNanos within which they were due
/// @param tookNanos until the last one was done, no less than `plannedNanos`
public record Pace(long planned, long done, long plannedNanos, long tookNanos) {
  /// The least share of the planned rate that counts as kept.
  static final double KEPT = 0.99;

  /// Operations due per second.
  public double plannedPerSecond() {
    return planned * 1e9 / plannedNanos;
  }

  /// Operations done per second.
  public double achievedPerSecond() {
    return done * 1e9 / tookNanos;
  }

  /// What is wrong with it as a sentence, null if nothing: then its times say nothing.
  public String fault() {
    if (planned == 0) {
      return "no operation was due: the rate is too low for the time";
    }
    if (done < planned) {
      return String.format(
          Locale.ROOT,
          "missed its rate: %,d of %,d operations were left undone",
          planned - done,
          planned);
    }
    if (achievedPerSecond() < KEPT * plannedPerSecond()) {
      return String.format(
          Locale.ROOT,
          "missed its rate: %,.0f operations per second were due, %,.0f were done",
          plannedPerSecond(),
          achievedPerSecond());
    }
    return null;
  }
}
