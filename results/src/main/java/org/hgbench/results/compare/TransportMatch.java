package org.hgbench.results.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hgbench.results.compare.TransportRatio.Verdict;
import org.hgbench.results.model.Fork;
import org.hgbench.results.model.Measurement;
import org.hgbench.results.statistics.Sample;
import org.hgbench.results.statistics.SampleSize;
import org.hgbench.results.statistics.Shift;

/// One measurement of each transport under the same conditions, before the verdict.
record TransportMatch(
    Measurement hgsmi, Measurement hgcm, Metric metric, Pairing pairing, Shift shift) {

  /// Pairs the forks; empty where one side recorded nothing to compare.
  static Optional<TransportMatch> of(Measurement hgsmi, Measurement hgcm) {
    Metric metric = Metric.headline(hgsmi);
    // HGCM comes first: the shift is then that of HGSMI's time from HGCM's.
    Pairing pairing = Pairing.of(hgcm.forks(), hgsmi.forks()).where(metric::of);
    return pairing.isEmpty()
        ? Optional.empty()
        : Optional.of(new TransportMatch(hgsmi, hgcm, metric, pairing, pairing.shift(metric::of)));
  }

  boolean gating() {
    return hgsmi.gating() && hgcm.gating();
  }

  TransportRatio judge(double adjustedP, double alpha) {
    double smallest = metric.smallestEffect();
    double smallestChange = pairing.interleaved() ? smallest : 2 * smallest;
    Direction direction =
        driftsAway(smallest, alpha)
            ? Direction.UNCLEAR
            : Direction.of(shift, adjustedP, alpha, smallest, smallestChange);
    return new TransportRatio(
        Conditions.of(hgsmi),
        metric,
        hgsmi.id(),
        hgcm.id(),
        hgsmi.variant(),
        hgcm.variant(),
        gating(),
        pairing.interleaved(),
        pairing.blocks(),
        median(pairing.second()),
        median(pairing.first()),
        Math.exp(shift.estimate()),
        shift.interval(alpha).exp(),
        shift.pValue(),
        adjustedP,
        verdict(direction),
        direction == Direction.UNCLEAR ? moreBlocks(smallest, alpha) : 0,
        notes(smallest, alpha));
  }

  /// Transports differ by multiples, builds by a few parts in a hundred, so here a warm-up spoils
  /// the verdict only where it is as large as the difference.
  private boolean driftsAway(double smallest, double alpha) {
    return Stream.of(hgsmi, hgcm)
        .map(measurement -> Drift.of(measurement.forks()))
        .filter(drift -> drift.matters(smallest, alpha))
        .anyMatch(drift -> Math.abs(drift.change()) >= Math.abs(shift.estimate()));
  }

  private double median(List<Fork> forks) {
    return Sample.median(forks.stream().mapToDouble(metric::of).toArray());
  }

  private static Verdict verdict(Direction direction) {
    return switch (direction) {
      case UP -> Verdict.HGCM_FASTER;
      case DOWN -> Verdict.HGSMI_FASTER;
      case SAME -> Verdict.SAME;
      case UNCLEAR -> Verdict.UNCLEAR;
    };
  }

  private long moreBlocks(double smallestEffect, double alpha) {
    double spread = SampleSize.spread(shift, pairing.blocks(), alpha);
    long needed = SampleSize.toFind(smallestEffect, spread, alpha);
    return Math.max(1, needed - pairing.blocks());
  }

  private List<String> notes(double smallest, double alpha) {
    List<String> notes = new ArrayList<>();
    for (Measurement measurement : List.of(hgsmi, hgcm)) {
      Drift drift = Drift.of(measurement.forks());
      if (drift.matters(smallest, alpha)) {
        notes.add(
            Wording.format(
                "the forks of %s were not warm: %s from the first iteration to the last",
                measurement.transport(), Wording.change(drift.change())));
      }
    }
    if (!pairing.interleaved()) {
      notes.add("not interleaved: forks of the two transports did not take turns");
    }
    if (shift.smallestP() > alpha) {
      notes.add(
          Wording.format(
              "too few forks: %d blocks cannot reach p %.4g (smallest %.4g)",
              pairing.blocks(), alpha, shift.smallestP()));
    }
    return notes;
  }
}
