package org.hgbench.results.compare;

import java.util.List;
import org.hgbench.results.statistics.Interval;

/// One cell of two runs and what is to be said of it. Shifts are logarithms of ratios, new over
/// base, so that plus is worse; where a cell is not comparable, numbers may be NaN.
///
/// @param id of the measurement in the base run
/// @param label as printed: what sets the cell apart from the others
/// @param transport `hgsmi`, `hgcm` or `none`
/// @param variant which realisation
/// @param conditions what was measured under
/// @param metric what was compared
/// @param gating whether the cell decides
/// @param interleaved whether forks took turns
/// @param baseForks forks of the base run that count
/// @param newForks forks of the new run that count
/// @param baseNanos their median
/// @param newNanos their median
/// @param baseSpread their robust relative spread
/// @param newSpread their robust relative spread
/// @param effect Hodges-Lehmann estimate
/// @param interval at 1 - alpha
/// @param equivalence at 1 - 2 alpha, for the proof of sameness
/// @param pValue exact
/// @param smallestP the smallest that these forks could have given
/// @param adjustedP Holm's for gating cells, Benjamini and Hochberg's q for others
/// @param smallest from which size on a change matters
/// @param familySize cells that differ from it in size only, itself included
/// @param familyEffect mean effect of those, a geometric mean of ratios
/// @param verdict the answer
/// @param reason why, as a sentence without a full stop
/// @param moreBlocks how many more would settle an unclear verdict, 0 where more would not help
/// @param notes what else a reader must know
public record CellComparison(
    String id,
    String label,
    String transport,
    String variant,
    Conditions conditions,
    Metric metric,
    boolean gating,
    boolean interleaved,
    int baseForks,
    int newForks,
    double baseNanos,
    double newNanos,
    double baseSpread,
    double newSpread,
    double effect,
    Interval interval,
    Interval equivalence,
    double pValue,
    double smallestP,
    double adjustedP,
    SmallestEffect smallest,
    int familySize,
    double familyEffect,
    Verdict verdict,
    String reason,
    long moreBlocks,
    List<String> notes) {
  /// Copies the list.
  public CellComparison {
    notes = List.copyOf(notes);
  }

  /// A gating cell of which there is nothing to compare.
  ///
  /// @param reason why, as a sentence without a full stop
  public static CellComparison notComparable(
      String id,
      String label,
      String transport,
      String variant,
      Conditions conditions,
      Metric metric,
      String reason) {
    double nan = Double.NaN;
    return new CellComparison(
        id,
        label,
        transport,
        variant,
        conditions,
        metric,
        true,
        false,
        0,
        0,
        nan,
        nan,
        nan,
        nan,
        nan,
        Interval.UNBOUNDED,
        Interval.UNBOUNDED,
        nan,
        nan,
        nan,
        new SmallestEffect(metric.smallestEffect(), nan, 0, false),
        0,
        nan,
        Verdict.NOT_COMPARABLE,
        reason,
        0,
        List.of());
  }

  /// What `--explain` knows the cell by, beside its label.
  public String name() {
    return metric == Metric.NANOS_PER_OPERATION ? id : id + ":" + metric.label();
  }
}
