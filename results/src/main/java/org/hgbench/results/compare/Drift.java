package org.hgbench.results.compare;

import java.util.Arrays;
import java.util.List;
import org.hgbench.results.model.Fork;
import org.hgbench.results.statistics.Sample;
import org.hgbench.results.statistics.SignedRank;
import org.hgbench.results.statistics.TheilSen;

/// Whether the forks of a measurement were still warming up, or tiring, while they were measured.
///
/// Each fork gives one number, the second half of its iterations against the first half; the forks
/// are then tested together. How much it amounts to comes from the median slope.
///
/// @param change logarithm of the last iteration over the first, along the median slope
/// @param halves median shift from the first to the second half
/// @param pValue signed-rank p of "the halves are equal", over the forks
/// @param forks how many had iterations enough to look at
public record Drift(double change, double halves, double pValue, int forks) {
  private static final Drift UNKNOWN = new Drift(0, 0, 1, 0);

  static Drift of(List<Fork> forks) {
    List<double[]> iterations =
        forks.stream().map(Drift::logarithms).filter(values -> values.length >= 2).toList();
    if (iterations.isEmpty()) {
      return UNKNOWN;
    }
    double[] halves = iterations.stream().mapToDouble(Drift::secondOverFirstHalf).toArray();
    double[] changes =
        iterations.stream()
            .mapToDouble(values -> TheilSen.slope(values) * (values.length - 1))
            .toArray();
    SignedRank shift = SignedRank.of(halves);
    return new Drift(Sample.median(changes), shift.estimate(), shift.pValue(), halves.length);
  }

  /// Whether it is both certain and large enough to be mistaken for a change.
  boolean matters(double smallestEffect, double alpha) {
    return pValue <= alpha && Math.abs(change) >= smallestEffect;
  }

  private static double secondOverFirstHalf(double[] values) {
    int half = values.length / 2;
    double[] first = Arrays.copyOf(values, half);
    double[] second = Arrays.copyOfRange(values, values.length - half, values.length);
    return Sample.median(second) - Sample.median(first);
  }

  private static double[] logarithms(Fork fork) {
    return fork.iterations().stream()
        .filter(value -> Double.isFinite(value) && value > 0)
        .mapToDouble(Math::log)
        .toArray();
  }
}
