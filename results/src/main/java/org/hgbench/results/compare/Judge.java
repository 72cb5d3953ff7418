package org.hgbench.results.compare;

import org.hgbench.results.statistics.SampleSize;
import org.hgbench.results.statistics.Shift;

/// Gives each cell its verdict: first the checks that can make any difference meaningless, then the
/// rule of [Direction].
///
/// @param options what the user asked for
/// @param fingerprint how the two machines differ
/// @param gatingCells how many cells share alpha
record Judge(CompareOptions options, Fingerprint fingerprint, int gatingCells) {

  Finding judge(Evidence evidence, Stability stability, SmallestEffect smallest, double adjustedP) {
    if (!options.force() && !fingerprint.comparable()) {
      return Finding.of(
          Verdict.NOT_COMPARABLE, "different " + fingerprint.gating().getFirst().field());
    }
    if (evidence.shift().isEmpty()) {
      return Finding.of(Verdict.NOT_COMPARABLE, evidence.invalid().orElseThrow());
    }
    Shift shift = evidence.shift().orElseThrow();
    double alpha = options.alpha();
    if (!options.force() && stability.machineChanged(smallest.effect(), alpha)) {
      return Finding.of(Verdict.NOT_COMPARABLE, machineChanged(evidence, stability));
    }
    if (stability.drifts(smallest.effect(), alpha)) {
      return Finding.of(Verdict.UNCLEAR, stability.describeDrift(smallest.effect(), alpha));
    }
    Direction direction =
        Direction.of(shift, adjustedP, alpha, smallest.effect(), smallest.change());
    if (stability.banded(smallest.effect()) && followsTheFloor(stability, direction, smallest)) {
      return Finding.of(
          Verdict.UNCLEAR, "the change is gone when each fork is held against its own floor");
    }
    return switch (direction) {
      case UP -> Finding.of(Verdict.WORSE, certain(adjustedP, smallest));
      case DOWN -> Finding.of(Verdict.BETTER, certain(adjustedP, smallest));
      case SAME ->
          Finding.of(
              Verdict.SAME,
              Wording.format(
                  "the %.0f%% interval %s lies inside ±%s",
                  100 * (1 - 2 * alpha),
                  Wording.changes(shift.interval(2 * alpha)),
                  Wording.size(smallest.effect())));
      case UNCLEAR -> unclear(evidence, shift, smallest, adjustedP);
    };
  }

  private boolean followsTheFloor(
      Stability stability, Direction direction, SmallestEffect smallest) {
    boolean moved = direction == Direction.UP || direction == Direction.DOWN;
    return moved
        && stability
            .relative()
            .map(shift ->
                Direction.of(
                    shift, shift.pValue(), options.alpha(), smallest.effect(), smallest.effect()))
            .filter(relative -> relative != direction)
            .isPresent();
  }

  private String certain(double adjustedP, SmallestEffect smallest) {
    return Wording.format(
        "p %s is at most %s, and the change at least %s",
        Wording.p(adjustedP), options.alpha(), Wording.size(smallest.change()));
  }

  private Finding unclear(
      Evidence evidence, Shift shift, SmallestEffect smallest, double adjustedP) {
    long more = moreBlocks(evidence, shift, smallest);
    String help = "about " + Wording.plural(more, "more block") + " would settle it";
    if (gatingCells * shift.smallestP() > options.alpha() && evidence.gating()) {
      return new Finding(
          Verdict.UNCLEAR,
          Wording.format(
              "%s cannot reach p %s in %s; %s",
              Wording.plural(evidence.pairing().blocks(), "block"),
              options.alpha(),
              Wording.plural(gatingCells, "gating cell"),
              help),
          more);
    }
    if (adjustedP > options.alpha()) {
      return new Finding(
          Verdict.UNCLEAR,
          Wording.format("p %s is above %s; %s", Wording.p(adjustedP), options.alpha(), help),
          more);
    }
    if (Math.abs(shift.estimate()) >= smallest.effect() && !smallest.interleaved()) {
      return Finding.of(
          Verdict.UNCLEAR,
          "runs that did not take turns can show no change below "
              + Wording.size(smallest.change()));
    }
    return new Finding(
        Verdict.UNCLEAR,
        Wording.format(
            "there is a change, but not certainly one of %s; %s",
            Wording.size(smallest.effect()), help),
        more);
  }

  private long moreBlocks(Evidence evidence, Shift shift, SmallestEffect smallest) {
    double share = options.alpha() / Math.max(1, gatingCells);
    int reach =
        evidence.pairing().interleaved()
            ? SampleSize.pairsToReach(share)
            : SampleSize.samplesToReach(share);
    long needed =
        SampleSize.toFind(
            smallest.effect(),
            SampleSize.spread(shift, evidence.pairing().blocks(), options.alpha()),
            options.alpha());
    return Math.max(1, Math.max(needed, reach) - evidence.pairing().blocks());
  }

  private static String machineChanged(Evidence evidence, Stability stability) {
    Shift floors = stability.floors().orElseThrow();
    String floor = evidence.base().floor() == null ? "floor" : evidence.base().floor();
    return Wording.format(
        "the machine changed: %s moved by %s (p %s)",
        floor, Wording.change(floors.estimate()), Wording.p(floors.pValue()));
  }
}
