package org.hgbench.results.statistics;

import java.util.stream.IntStream;

/// A straight line through points, some of which may be absurd.
public final class TheilSen {
  private TheilSen() {}

  /// The median slope over all pairs of points (0, y\[0]), (1, y\[1]), ...
  ///
  /// @throws IllegalArgumentException if there are fewer than two points, or one is not finite
  public static double slope(double... y) {
    Sample.finite(y);
    return Sample.median(
        IntStream.range(0, y.length)
            .boxed()
            .flatMapToDouble(i -> IntStream.range(0, i).mapToDouble(j -> (y[i] - y[j]) / (i - j)))
            .toArray());
  }
}
