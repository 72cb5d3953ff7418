package org.hgbench.results.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hgbench.results.statistics.Shift;
import org.hgbench.results.text.Figures;

/// What must be settled about two measurements before their difference means anything.
///
/// @param baseDrift warm-up of the base forks
/// @param newDrift warm-up of the new forks
/// @param baseBands bands among the base forks
/// @param newBands bands among the new forks
/// @param floors how far the floors moved, empty where none were measured
/// @param relative how far the metric moved as a multiple of its floor, likewise
record Stability(
    Drift baseDrift,
    Drift newDrift,
    Bands baseBands,
    Bands newBands,
    Optional<Shift> floors,
    Optional<Shift> relative) {
  static Stability of(Evidence evidence) {
    return new Stability(
        Drift.of(evidence.base().forks()),
        Drift.of(evidence.next().forks()),
        Bands.of(evidence.base().forks(), evidence.metric()),
        Bands.of(evidence.next().forks(), evidence.metric()),
        Floors.shift(evidence.pairing()),
        Floors.relative(evidence.pairing(), evidence.metric()));
  }

  /// The machine itself changed between the two sides: its floor moved, certainly, and by more than
  /// the smallest effect.
  boolean machineChanged(double smallestEffect, double alpha) {
    return floors
        .filter(shift -> shift.pValue() <= alpha)
        .filter(shift -> Math.abs(shift.estimate()) > smallestEffect)
        .isPresent();
  }

  boolean drifts(double smallestEffect, double alpha) {
    return baseDrift.matters(smallestEffect, alpha) || newDrift.matters(smallestEffect, alpha);
  }

  boolean banded(double smallestEffect) {
    return baseBands.present(smallestEffect) || newBands.present(smallestEffect);
  }

  String describeDrift(double smallestEffect, double alpha) {
    boolean base = baseDrift.matters(smallestEffect, alpha);
    Drift drift = base ? baseDrift : newDrift;
    return Wording.format(
        "the %s forks were not warm: %s from the first iteration to the last (p %s)",
        base ? "base" : "new", Wording.change(drift.change()), Wording.p(drift.pValue()));
  }

  List<String> describeBands(double smallestEffect) {
    List<String> notes = new ArrayList<>();
    describe(notes, "base", baseBands, smallestEffect);
    describe(notes, "new", newBands, smallestEffect);
    return notes;
  }

  private static void describe(
      List<String> notes, String side, Bands bands, double smallestEffect) {
    if (bands.present(smallestEffect)) {
      notes.add(
          Wording.format(
              "two bands in the %s run: %s at %s%s, %s at %s%s",
              side,
              Wording.plural(bands.fast(), "fork"),
              Figures.nanos(bands.fastNanos()),
              floor(bands.fastFloor()),
              Wording.plural(bands.slow(), "fork"),
              Figures.nanos(bands.slowNanos()),
              floor(bands.slowFloor())));
    }
  }

  private static String floor(double floor) {
    return Double.isNaN(floor) ? "" : " (floor " + Figures.nanos(floor) + ")";
  }
}
