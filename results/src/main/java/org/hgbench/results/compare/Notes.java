package org.hgbench.results.compare;

import java.util.ArrayList;
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
    base.warnings().forEach(warning -> notes.add("base: " + warning));
    next.warnings().forEach(warning -> notes.add("new: " + warning));
    long apart = cells.stream().filter(cell -> cell.baseForks() > 0 && !cell.interleaved()).count();
    if (apart > 0) {
      notes.add(
          "not interleaved: the runs did not take turns, so small changes are unclear at best; "
              + "`ab` finds them");
    }
    if (cells.stream().anyMatch(cell -> cell.smallest().noiseKnown())) {
      notes.add("smallest effects are raised to this machine's own noise, from runs of one build");
    }
    ungated(notes, counterparts.baseOnly().keySet(), "base");
    ungated(notes, counterparts.newOnly().keySet(), "new");
    return notes;
  }

  private static void interrupted(List<String> notes, String side, Run run) {
    if (run.interrupted()) {
      notes.add("the " + side + " run was interrupted");
    }
  }

  private static void ungated(List<String> notes, Iterable<Measurement> missing, String side) {
    long count = 0;
    for (Measurement measurement : missing) {
      count += measurement.gating() ? 0 : 1;
    }
    if (count > 0) {
      notes.add(Figures.plural(count, "cell") + " without a gate only in the " + side + " run");
    }
  }
}
