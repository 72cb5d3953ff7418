package org.hgbench.results.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.hgbench.results.model.Measurement;
import org.hgbench.results.model.Run;

/// What a reader must know of a comparison as a whole.
final class Notes {
  private Notes() {}

  static List<String> of(
      Run base,
      Run next,
      CompareOptions options,
      Fingerprint fingerprint,
      Counterparts counterparts,
      List<CellComparison> cells) {
    List<String> notes = new ArrayList<>();
    fingerprint
        .differences()
        .forEach(difference -> {
          if (!difference.gating()) {
            notes.add("not the same " + difference);
          } else if (options.force()) {
            notes.add("forced: not comparable by " + difference);
          }
        });
    interrupted(notes, "base", base);
    interrupted(notes, "new", next);
    notes.addAll(warnings(base.warnings(), next.warnings()));
    long apart = cells.stream().filter(cell -> cell.baseForks() > 0 && !cell.interleaved()).count();
    if (apart > 0) {
      notes.add(
          "not interleaved: the runs did not take turns, so small changes are unclear at best; "
              + "`ab` finds them");
    }
    if (cells.stream().anyMatch(cell -> cell.smallest().noiseKnown())) {
      notes.add("smallest effects are raised to this machine's own noise, from runs of one build");
    }
    only(notes, counterparts.baseOnly().keySet(), false, " without a gate only in the base run");
    only(notes, counterparts.newOnly(), false, " without a gate only in the new run");
    only(notes, counterparts.newOnly(), true, " with a gate only in the new run");
    return notes;
  }

  /// The warnings of two sides; what both say is said once.
  static List<String> warnings(List<String> base, List<String> next) {
    List<String> notes = new ArrayList<>();
    for (String warning : base) {
      notes.add((next.contains(warning) ? "both: " : "base: ") + warning);
    }
    next.stream()
        .filter(warning -> !base.contains(warning))
        .forEach(warning -> notes.add("new: " + warning));
    return notes;
  }

  private static void interrupted(List<String> notes, String side, Run run) {
    if (run.interrupted()) {
      notes.add("the " + side + " run was interrupted");
    }
  }

  private static void only(
      List<String> notes, Collection<Measurement> missing, boolean gating, String where) {
    long count = missing.stream().filter(one -> one.gating() == gating).count();
    if (count > 0) {
      notes.add(Wording.plural(count, "cell") + where);
    }
  }
}
