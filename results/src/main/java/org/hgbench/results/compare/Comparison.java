package org.hgbench.results.compare;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hgbench.results.model.Measurement;
import org.hgbench.results.model.Run;

/// Did anything get worse from one run to another, and how certain is that?
///
/// ```java
/// Outcome outcome = Comparison.of(base, next, CompareOptions.DEFAULTS).outcome();
/// ```
///
/// @param base the run to compare with
/// @param next the run in question
/// @param options what was asked for
/// @param fingerprint how the two machines and their settings differ
/// @param shared conditions that all cells have in common, for a headline
/// @param cells gating cells first, each part in the order of the base run
/// @param notes what a reader must know of the comparison as a whole
public record Comparison(
    Run base,
    Run next,
    CompareOptions options,
    Fingerprint fingerprint,
    List<String> shared,
    List<CellComparison> cells,
    List<String> notes) {
  /// Copies the lists.
  public Comparison {
    shared = List.copyOf(shared);
    cells = List.copyOf(cells);
    notes = List.copyOf(notes);
  }

  /// Compares two runs.
  public static Comparison of(Run base, Run next, CompareOptions options) {
    Fingerprint fingerprint = Fingerprint.between(base, next);
    Counterparts counterparts = Counterparts.of(base, next, options.force());
    Set<Measurement> all = new LinkedHashSet<>(base.measurements());
    all.addAll(next.measurements());
    Labels labels = Labels.of(all);
    List<CellComparison> cells =
        new ArrayList<>(Cells.judge(counterparts.evidence(), options, fingerprint, labels));
    counterparts
        .baseOnly()
        .forEach((measurement, reason) -> {
          if (measurement.gating()) {
            cells.add(Cells.missing(measurement, reason, labels));
          }
        });
    List<CellComparison> ordered = new ArrayList<>();
    cells.stream().filter(CellComparison::gating).forEach(ordered::add);
    cells.stream().filter(cell -> !cell.gating()).forEach(ordered::add);
    return new Comparison(
        base,
        next,
        options,
        fingerprint,
        labels.shared(),
        ordered,
        Notes.of(base, next, options, fingerprint, counterparts, ordered));
  }

  /// The same with gating cells that could not be measured, after the other gating ones.
  public Comparison plus(List<CellComparison> unmeasured) {
    List<CellComparison> all = new ArrayList<>(gating());
    all.addAll(unmeasured);
    all.addAll(other());
    return new Comparison(base, next, options, fingerprint, shared, all, notes);
  }

  /// The cells that decide.
  public List<CellComparison> gating() {
    return cells.stream().filter(CellComparison::gating).toList();
  }

  /// The cells that are shown for information.
  public List<CellComparison> other() {
    return cells.stream().filter(cell -> !cell.gating()).toList();
  }

  /// How many gating cells have this verdict.
  public long count(Verdict verdict) {
    return gating().stream().filter(cell -> cell.verdict() == verdict).count();
  }

  /// Whether there is anything to compare.
  public boolean comparable() {
    return (options.force() || fingerprint.comparable())
        && cells.stream().anyMatch(cell -> cell.verdict() != Verdict.NOT_COMPARABLE);
  }

  /// The exit code; something worse outranks something that could not be compared.
  public int exitCode() {
    if (count(Verdict.WORSE) > 0) {
      return Outcome.WORSE;
    }
    if (!comparable() || count(Verdict.NOT_COMPARABLE) > 0) {
      return Outcome.NOT_COMPARABLE;
    }
    return options.strict() && count(Verdict.UNCLEAR) > 0 ? Outcome.UNCLEAR : Outcome.NOTHING_WORSE;
  }

  /// The text in the format asked for, or the explanation of one cell, and the exit code.
  public Outcome outcome() {
    if (options.explain() != null) {
      return Explanation.of(this, options.explain());
    }
    String text =
        switch (options.format()) {
          case TEXT -> TextReport.of(this);
          case MARKDOWN -> MarkdownReport.of(this);
          case JSON -> JsonReport.of(this);
          case JUNIT -> JUnitReport.of(this);
        };
    return new Outcome(text, exitCode());
  }
}
