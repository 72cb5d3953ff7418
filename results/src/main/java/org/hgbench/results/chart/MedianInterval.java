package org.hgbench.results.chart;

import java.util.Arrays;

/// The median of a few forks and an interval for the median that they were drawn from.
///
/// The ends are two of the values themselves (order statistics), so nothing is assumed about how
/// forks scatter. The interval is the narrowest such with a coverage of at least 95 %; fewer than
/// six forks cannot reach that, and the whole range is taken with the coverage it has.
///
/// @param median of the values
/// @param low lower end
/// @param high upper end
/// @param coverage probability that such an interval holds the true median; 0 for one value
public record MedianInterval(double median, double low, double high, double coverage) {
  private static final double WANTED = 0.95;

  /// The interval for these values.
  ///
  /// @throws IllegalArgumentException if there is none
  public static MedianInterval of(double... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("no values");
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int count = sorted.length;
    int rank = rank(count);
    return new MedianInterval(
        (sorted[(count - 1) / 2] + sorted[count / 2]) / 2,
        sorted[rank - 1],
        sorted[count - rank],
        coverage(count, rank));
  }

  /// How many values from the end the interval ends: 1 is the smallest and the largest.
  static int rank(int count) {
    int rank = 1;
    while (2 * (rank + 1) <= count && coverage(count, rank + 1) >= WANTED) {
      rank++;
    }
    return rank;
  }

  /// 1 - 2 P(X < rank), X binomial with `count` tosses of a fair coin.
  static double coverage(int count, int rank) {
    double term = Math.pow(0.5, count);
    double below = 0;
    for (int i = 0; i < rank; i++) {
      below += term;
      term = term * (count - i) / (i + 1);
    }
    return Math.max(0, 1 - 2 * below);
  }
}
