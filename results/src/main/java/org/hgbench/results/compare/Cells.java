package org.hgbench.results.compare;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hgbench.results.model.Measurement;
import org.hgbench.results.statistics.Interval;
import org.hgbench.results.statistics.MultipleTests;
import org.hgbench.results.statistics.Shift;

/// Judges all cells of two runs together, since they share one alpha and move in families.
final class Cells {
  private Cells() {}

  static List<CellComparison> judge(
      List<Evidence> evidence, CompareOptions options, Fingerprint fingerprint, Labels labels) {
    List<Evidence> gating = tested(evidence, true);
    List<Evidence> other = tested(evidence, false);
    Map<Evidence, Double> adjusted = new IdentityHashMap<>();
    put(adjusted, gating, MultipleTests.holm(pValues(gating)));
    put(adjusted, other, MultipleTests.benjaminiHochberg(pValues(other)));
    Families families = new Families(evidence);
    Judge judge = new Judge(options, fingerprint, gating.size());
    return evidence.parallelStream()
        .map(cell -> judge(cell, judge, families, adjusted.getOrDefault(cell, Double.NaN), labels))
        .toList();
  }

  /// A gating cell that only one of the runs has.
  static CellComparison missing(Measurement measurement, String reason, Labels labels) {
    Metric metric = Metric.headline(measurement);
    return CellComparison.notComparable(
        measurement.id(),
        labels.label(measurement, metric),
        measurement.transport(),
        measurement.variant(),
        Conditions.of(measurement),
        metric,
        reason);
  }

  private static CellComparison judge(
      Evidence cell, Judge judge, Families families, double adjusted, Labels labels) {
    Measurement base = cell.base();
    Stability stability = Stability.of(cell);
    SmallestEffect smallest =
        SmallestEffect.of(judge.options(), base.id(), cell.metric(), cell.pairing().interleaved());
    Finding finding =
        families.guard(cell, judge.judge(cell, stability, smallest, adjusted), smallest);
    Optional<Shift> shift = cell.shift();
    double alpha = judge.options().alpha();
    return new CellComparison(
        base.id(),
        labels.label(base, cell.metric()),
        base.transport(),
        base.variant(),
        Conditions.of(base),
        cell.metric(),
        cell.gating(),
        cell.pairing().interleaved(),
        cell.pairing().first().size(),
        cell.pairing().second().size(),
        cell.baseMedian(),
        cell.nextMedian(),
        cell.baseSpread(),
        cell.nextSpread(),
        shift.map(Shift::estimate).orElse(Double.NaN),
        shift.map(found -> found.interval(alpha)).orElse(Interval.UNBOUNDED),
        shift.map(found -> found.interval(2 * alpha)).orElse(Interval.UNBOUNDED),
        shift.map(Shift::pValue).orElse(Double.NaN),
        shift.map(Shift::smallestP).orElse(Double.NaN),
        adjusted,
        smallest,
        families.size(cell),
        families.effect(cell),
        finding.verdict(),
        finding.reason(),
        finding.moreBlocks(),
        notes(cell, stability, smallest));
  }

  private static List<String> notes(Evidence cell, Stability stability, SmallestEffect smallest) {
    List<String> notes = new ArrayList<>();
    cell.forced().forEach(difference -> notes.add("forced: " + difference));
    notes.addAll(stability.describeBands(smallest.effect()));
    notes.addAll(Notes.warnings(cell.base().warnings(), cell.next().warnings()));
    return notes;
  }

  private static List<Evidence> tested(List<Evidence> evidence, boolean gating) {
    return evidence.stream()
        .filter(cell -> cell.gating() == gating && cell.shift().isPresent())
        .toList();
  }

  private static void put(Map<Evidence, Double> adjusted, List<Evidence> cells, double[] pValues) {
    for (int i = 0; i < pValues.length; i++) {
      adjusted.put(cells.get(i), pValues[i]);
    }
  }

  private static double[] pValues(List<Evidence> evidence) {
    return evidence.stream().mapToDouble(cell -> cell.shift().orElseThrow().pValue()).toArray();
  }
}
