package org.hgbench.results.statistics;

/// A closed interval; an end that nothing bounds is infinite.
///
/// @param low its lower end
/// @param high its upper end
public record Interval(double low, double high) {
  /// Everything: what too few samples leave possible.
  public static final Interval UNBOUNDED =
      new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  /// Rejects ends that are not numbers or not in order.
  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException("not an interval: low=" + low + ", high=" + high);
    }
  }

  /// Whether `value` lies in it, ends included.
  public boolean contains(double value) {
    return low <= value && value <= high;
  }

  /// Whether all of it lies strictly closer to zero than `bound`.
  public boolean within(double bound) {
    return -bound < low && high < bound;
  }

  /// The smallest interval that also holds `value`.
  public Interval including(double value) {
    return new Interval(Math.min(low, value), Math.max(high, value));
  }

  /// From shifts of logarithms to ratios.
  public Interval exp() {
    return new Interval(Math.exp(low), Math.exp(high));
  }
}
