package org.hgbench.results.compare;

import java.util.List;
import org.hgbench.results.statistics.Interval;

/// How the time of HGSMI stands to that of HGCM under the same conditions.
///
/// @param conditions what both were asked to do
/// @param metric what was compared
/// @param hgsmiId measurement of HGSMI
/// @param hgcmId measurement of HGCM
/// @param hgsmiVariant its realisation
/// @param hgcmVariant its realisation
/// @param gating whether both measurements gate, so that this is one of the named questions
/// @param interleaved whether forks of the two took turns; a block is then one fork of each
/// @param blocks pairs of forks, or forks of the smaller side when not interleaved
/// @param hgsmiNanos median over the forks
/// @param hgcmNanos median over the forks
/// @param ratio Hodges-Lehmann estimate of HGSMI's time over HGCM's; below 1 HGSMI is faster. Taken
///   inside blocks, so it may differ from the ratio of the two medians
/// @param interval of the ratio, at 1 - alpha
/// @param pValue of "no difference", exact
/// @param adjustedP Holm's over the gating ratios; for the others Benjamini and Hochberg's q
/// @param verdict who is faster
/// @param moreBlocks how many more would settle an unclear verdict, else 0
/// @param notes what a reader must know of it
public record TransportRatio(
    Conditions conditions,
    Metric metric,
    String hgsmiId,
    String hgcmId,
    String hgsmiVariant,
    String hgcmVariant,
    boolean gating,
    boolean interleaved,
    int blocks,
    double hgsmiNanos,
    double hgcmNanos,
    double ratio,
    Interval interval,
    double pValue,
    double adjustedP,
    Verdict verdict,
    long moreBlocks,
    List<String> notes) {
  /// Who is faster.
  public enum Verdict {
    /// HGSMI takes less time.
    HGSMI_FASTER("HGSMI is faster"),
    /// HGCM takes less time.
    HGCM_FASTER("HGCM is faster"),
    /// The two differ by less than the smallest effect worth reporting.
    SAME("same"),
    /// The evidence is not enough.
    UNCLEAR("unclear");

    private final String label;

    Verdict(String label) {
      this.label = label;
    }

    /// As printed.
    public String label() {
      return label;
    }
  }

  /// Copies the list.
  public TransportRatio {
    notes = List.copyOf(notes);
  }

  /// How many times faster HGSMI is; below 1 it is slower.
  public double speedup() {
    return 1 / ratio;
  }
}
