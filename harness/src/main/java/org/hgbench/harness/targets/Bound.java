package org.hgbench.harness.targets;

import java.util.Locale;
import org.hgbench.results.statistics.Interval;

/// How fast the subject of a target has to be beside its control.
///
/// @param measure what the ratio is a ratio of
/// @param value the ratio that is wanted
public record Bound(Measure measure, double value) {
  /// A ratio of what, subject to control.
  public enum Measure {
    /// Operations per second: at least so many.
    RATE("rate"),
    /// Time per operation: at most so much.
    TIME("time");

    private final String text;

    Measure(String text) {
      this.text = text;
    }
  }

  /// Any ratio of times will do: the comparison answers a question and promises nothing.
  public static final Bound NONE = timeAtMost(Double.POSITIVE_INFINITY);

  /// The subject does at least `share` as many operations per second as its control.
  public static Bound rateAtLeast(double share) {
    return new Bound(Measure.RATE, share);
  }

  /// An operation of the subject takes at most `multiple` of its control's time.
  public static Bound timeAtMost(double multiple) {
    return new Bound(Measure.TIME, multiple);
  }

  /// The ratio in this bound's measure, given the logarithm of the ratio of times.
  double ratio(double logOfTimes) {
    return Math.exp(measure == Measure.TIME ? logOfTimes : -logOfTimes);
  }

  /// The same for an interval.
  Interval ratio(Interval logOfTimes) {
    return measure == Measure.TIME
        ? logOfTimes.exp()
        : new Interval(-logOfTimes.high(), -logOfTimes.low()).exp();
  }

  /// Whether an interval of ratios reaches the bound.
  boolean isReachedBy(Interval ratio) {
    return measure == Measure.TIME ? ratio.low() <= value : ratio.high() >= value;
  }

  /// What to say of an interval of ratios.
  String verdict(Interval ratio) {
    if (equals(NONE)) {
      return "answered";
    }
    return isReachedBy(ratio) ? "met" : "missed";
  }

  @Override
  public String toString() {
    if (equals(NONE)) {
      return measure.text + ", no bound";
    }
    return String.format(
        Locale.ROOT, "%s %s %.2f", measure.text, measure == Measure.TIME ? "<=" : ">=", value);
  }
}
