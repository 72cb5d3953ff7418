package org.hgbench.results.compare;

import java.util.Comparator;
import java.util.List;
import org.hgbench.results.model.Fork;
import org.hgbench.results.statistics.Sample;

/// Whether the forks of a measurement fall into two bands, as they do when a JVM or the machine
/// settles into one of two states at start.
///
/// @param gap largest gap between neighbouring fork values, as a logarithm of a ratio
/// @param range from the fastest fork to the slowest
/// @param within median spread of iterations inside forks
/// @param fast forks below the gap
/// @param slow forks above it
/// @param fastNanos their median
/// @param slowNanos their median
/// @param fastFloor median floor of the fast forks, NaN where none was measured
/// @param slowFloor median floor of the slow forks, NaN where none was measured
public record Bands(
    double gap,
    double range,
    double within,
    int fast,
    int slow,
    double fastNanos,
    double slowNanos,
    double fastFloor,
    double slowFloor) {
  private static final Bands NONE = new Bands(0, 0, 0, 0, 0, 0, 0, Double.NaN, Double.NaN);

  /// A gap this many times the spread inside forks is no accident of single iterations.
  private static final double OF_WITHIN = 3;

  /// Bands are further apart than they are wide.
  private static final double OF_RANGE = 0.5;

  private static final int SMALLEST_BAND = 2;

  static Bands of(List<Fork> forks, Metric metric) {
    List<Fork> sorted =
        forks.stream()
            .filter(fork -> Double.isFinite(metric.of(fork)))
            .sorted(Comparator.comparingDouble(metric::of))
            .toList();
    if (sorted.size() < 2 * SMALLEST_BAND) {
      return NONE;
    }
    int split = 1;
    for (int i = 2; i < sorted.size(); i++) {
      split = gap(sorted, i, metric) > gap(sorted, split, metric) ? i : split;
    }
    List<Fork> fast = sorted.subList(0, split);
    List<Fork> slow = sorted.subList(split, sorted.size());
    return new Bands(
        gap(sorted, split, metric),
        Math.log(metric.of(sorted.getLast()) / metric.of(sorted.getFirst())),
        within(forks),
        fast.size(),
        slow.size(),
        median(fast, metric),
        median(slow, metric),
        floor(fast),
        floor(slow));
  }

  /// Whether there are two bands, further apart than any change that matters.
  boolean present(double smallestEffect) {
    return fast >= SMALLEST_BAND
        && slow >= SMALLEST_BAND
        && gap >= smallestEffect
        && gap > OF_RANGE * range
        && gap > OF_WITHIN * within;
  }

  private static double gap(List<Fork> sorted, int at, Metric metric) {
    return Math.log(metric.of(sorted.get(at)) / metric.of(sorted.get(at - 1)));
  }

  private static double within(List<Fork> forks) {
    double[] spreads =
        forks.stream()
            .map(fork ->
                fork.iterations().stream()
                    .filter(value -> Double.isFinite(value) && value > 0)
                    .mapToDouble(Math::log)
                    .toArray())
            .filter(values -> values.length >= 2)
            .mapToDouble(Sample::spread)
            .toArray();
    return spreads.length == 0 ? 0 : Sample.median(spreads);
  }

  private static double median(List<Fork> forks, Metric metric) {
    return Sample.median(forks.stream().mapToDouble(metric::of).toArray());
  }

  private static double floor(List<Fork> forks) {
    double[] floors = forks.stream().mapToDouble(Floors::of).filter(Double::isFinite).toArray();
    return floors.length == 0 ? Double.NaN : Sample.median(floors);
  }
}
