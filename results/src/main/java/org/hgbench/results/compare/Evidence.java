package org.hgbench.results.compare;

import java.util.List;
import java.util.Optional;
import org.hgbench.results.model.Fork;
import org.hgbench.results.model.Measurement;
import org.hgbench.results.statistics.Sample;
import org.hgbench.results.statistics.Shift;

/// What two runs hold about one cell: a measurement, its counterpart, and the metric to look at.
///
/// @param base the measurement of the first run
/// @param next its counterpart
/// @param metric what to compare
/// @param gating whether the cell decides
/// @param pairing the forks that have the metric
/// @param forced what was overlooked to make the two counterparts, empty as a rule
/// @param invalid why the cell cannot be compared at all, empty as a rule
/// @param shift how far the new forks lie from the base forks, empty where invalid
record Evidence(
    Measurement base,
    Measurement next,
    Metric metric,
    boolean gating,
    Pairing pairing,
    List<String> forced,
    Optional<String> invalid,
    Optional<Shift> shift) {
  private static final double SMALLEST_FLOOR_FOR_QUANTILES = 1000;

  static Evidence of(
      Measurement base, Measurement next, Metric metric, Pairing forks, List<String> forced) {
    Pairing pairing = forks.where(metric::of);
    boolean decides = base.gating() && metric == Metric.headline(base) && mayGate(pairing, metric);
    Optional<String> invalid = invalid(base, next, metric, pairing);
    Optional<Shift> shift =
        invalid.isPresent() ? Optional.empty() : Optional.of(pairing.shift(metric::of));
    return new Evidence(base, next, metric, decides, pairing, forced, invalid, shift);
  }

  private static Optional<String> invalid(
      Measurement base, Measurement next, Metric metric, Pairing pairing) {
    if (!base.checksumOk() || !next.checksumOk()) {
      String side = base.checksumOk() ? "new" : "base";
      return Optional.of("the checksum of the " + side + " run is wrong: data was lost");
    }
    for (Measurement measurement : List.of(base, next)) {
      if (measurement.openLoad() != null && !measurement.openLoad().valid()) {
        return Optional.of(
            "the load was not kept up in the %s run: %s"
                .formatted(measurement == base ? "base" : "new", measurement.openLoad().reason()));
      }
    }
    if (base.forks().isEmpty() || next.forks().isEmpty()) {
      return Optional.of("the " + (base.forks().isEmpty() ? "base" : "new") + " run has no forks");
    }
    return pairing.isEmpty()
        ? Optional.of("no fork has a usable " + metric.label())
        : Optional.empty();
  }

  double baseMedian() {
    return median(pairing.first());
  }

  double nextMedian() {
    return median(pairing.second());
  }

  double baseSpread() {
    return spread(pairing.first());
  }

  double nextSpread() {
    return spread(pairing.second());
  }

  private double median(List<Fork> forks) {
    return forks.isEmpty()
        ? Double.NaN
        : Sample.median(forks.stream().mapToDouble(metric::of).toArray());
  }

  private double spread(List<Fork> forks) {
    return forks.isEmpty()
        ? Double.NaN
        : Sample.spread(forks.stream().mapToDouble(metric::of).map(Math::log).toArray());
  }

  /// A quantile decides only where single operations drown the clock and enough of them lie beyond.
  private static boolean mayGate(Pairing pairing, Metric metric) {
    return metric == Metric.NANOS_PER_OPERATION
        || (forksAll(pairing.first(), metric) && forksAll(pairing.second(), metric));
  }

  private static boolean forksAll(List<Fork> forks, Metric metric) {
    return forks.stream()
        .allMatch(fork -> metric.mayGate(fork) && Floors.of(fork) >= SMALLEST_FLOOR_FOR_QUANTILES);
  }
}
