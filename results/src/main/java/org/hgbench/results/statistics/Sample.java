package org.hgbench.results.statistics;

import java.util.Arrays;

/// Order statistics of a small set of numbers.
public final class Sample {
  private static final double NORMAL_CONSISTENCY = 1.4826;

  private Sample() {}

  /// The middle value, or the mean of the two in the middle.
  ///
  /// @throws IllegalArgumentException if there is no value, or one is not finite
  public static double median(double... values) {
    return medianOfSorted(sorted(values));
  }

  /// Linear interpolation between order statistics (type 7 of Hyndman and Fan, R's default).
  ///
  /// @throws IllegalArgumentException if there is no value, or one is not finite
  public static double quantile(double q, double... values) {
    double[] sorted = sorted(values);
    double at = q * (sorted.length - 1);
    int below = (int) Math.floor(at);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }

  /// 1.4826 times the median distance from the median: the standard deviation of normal data,
  /// untouched by a few absurd values.
  ///
  /// @throws IllegalArgumentException if there is no value, or one is not finite
  public static double spread(double... values) {
    double median = median(values);
    return NORMAL_CONSISTENCY
        * median(Arrays.stream(values).map(value -> Math.abs(value - median)).toArray());
  }

  static double medianOfSorted(double[] sorted) {
    int half = sorted.length / 2;
    return sorted.length % 2 == 1
        ? sorted[half]
        : sorted[half - 1] + (sorted[half] - sorted[half - 1]) / 2;
  }

  static double[] finite(double[] values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("no value to take statistics of");
    }
    for (double value : values) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("not a finite value: " + value);
      }
    }
    return values;
  }

  private static double[] sorted(double[] values) {
    double[] sorted = finite(values).clone();
    Arrays.sort(sorted);
    return sorted;
  }
}
