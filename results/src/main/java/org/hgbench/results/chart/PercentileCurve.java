package org.hgbench.results.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;

/// A figure at each percentile of one transport, as a rule the latency that the median fork has.
///
/// A percentile is drawn only while at least ten operations of every fork lie beyond it.
///
/// @param label for the legend
/// @param series what it stands for
/// @param overlay 0 where one run is shown; else which of the runs laid over each other, from 1
/// @param points by rising percentile
public record PercentileCurve(String label, Series series, int overlay, List<Point> points) {
  private static final double STEP = 0.025;
  private static final double BEYOND = 10;

  /// One percentile.
  ///
  /// @param nines the percentile as a number of nines: 2 is 99 %
  /// @param value the figure and its interval
  public record Point(double nines, MedianInterval value) {}

  /// The curve of some forks of the only run shown.
  public static PercentileCurve of(String label, Series series, List<Histogram> forks) {
    return of(label, series, 0, forks);
  }

  /// The curve of some forks.
  public static PercentileCurve of(
      String label, Series series, int overlay, List<Histogram> forks) {
    List<Point> points = new ArrayList<>();
    for (double nines : nines(forks)) {
      double percentile = 100 * NinesAxis.quantile(nines);
      points.add(
          new Point(
              nines,
              MedianInterval.of(
                  forks.stream()
                      .mapToDouble(fork -> Math.max(1, fork.getValueAtPercentile(percentile)))
                      .toArray())));
    }
    return new PercentileCurve(label, series, overlay, List.copyOf(points));
  }

  /// The percentiles that every one of these forks supports, as numbers of nines.
  public static double[] nines(List<Histogram> forks) {
    long fewest = forks.stream().mapToLong(Histogram::getTotalCount).min().orElse(0);
    double last = Math.log10(Math.max(1, fewest / BEYOND));
    return fewest == 0
        ? new double[0]
        : IntStream.iterate(0, step -> step * STEP <= last + 1e-9, step -> step + 1)
            .mapToDouble(step -> step * STEP)
            .toArray();
  }

  /// The quantile of a number of nines.
  public static double quantile(double nines) {
    return NinesAxis.quantile(nines);
  }
}
