package org.hgbench.results.chart;

import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/// Latency at each percentile of one transport, as the median fork has it.
///
/// A percentile is drawn only while at least ten operations of every fork lie beyond it.
///
/// @param label for the legend
/// @param series what it stands for
/// @param points by rising percentile
public record PercentileCurve(String label, Series series, List<Point> points) {
  private static final double STEP = 0.025;
  private static final double BEYOND = 10;

  /// One percentile.
  ///
  /// @param nines the percentile as a number of nines: 2 is 99 %
  /// @param nanos median over the forks and its interval
  public record Point(double nines, MedianInterval nanos) {}

  /// The curve of some forks.
  public static PercentileCurve of(String label, Series series, List<Histogram> forks) {
    long fewest = forks.stream().mapToLong(Histogram::getTotalCount).min().orElse(0);
    double last = Math.log10(Math.max(1, fewest / BEYOND));
    List<Point> points = new ArrayList<>();
    for (int step = 0; fewest > 0 && step * STEP <= last + 1e-9; step++) {
      double nines = step * STEP;
      double percentile = 100 * NinesAxis.quantile(nines);
      points.add(
          new Point(
              nines,
              MedianInterval.of(
                  forks.stream()
                      .mapToDouble(fork -> Math.max(1, fork.getValueAtPercentile(percentile)))
                      .toArray())));
    }
    return new PercentileCurve(label, series, List.copyOf(points));
  }
}
