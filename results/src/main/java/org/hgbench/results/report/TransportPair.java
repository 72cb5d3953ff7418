package org.hgbench.results.report;

import org.hgbench.results.chart.Series;
import org.hgbench.results.chart.TransportVerdict;
import org.hgbench.results.compare.TransportRatio;
import org.hgbench.results.model.Measurement;

/// The same work on both transports under the same conditions, and how it was judged.
///
/// @param conditions that both share
/// @param cell the work
/// @param hgsmi what the shared-memory transport did
/// @param hgcm what the call transport did
/// @param judged the ratio of HGSMI's time to HGCM's and what follows from it
public record TransportPair(
    Setting conditions, Cell cell, Measurement hgsmi, Measurement hgcm, TransportRatio judged) {
  /// Time of HGCM over time of HGSMI: above 1, HGSMI is faster.
  public double ratio() {
    return 1 / judged.ratio();
  }

  /// Lower end of the ratio's interval, 0 where nothing bounds it.
  public double low() {
    return 1 / judged.interval().high();
  }

  /// Upper end of the ratio's interval, infinite where nothing bounds it.
  public double high() {
    return 1 / judged.interval().low();
  }

  /// Whether the ratio has an interval.
  public boolean bounded() {
    return low() > 0 && Double.isFinite(high());
  }

  /// What the evidence says.
  public TransportVerdict outcome() {
    return switch (judged.verdict()) {
      case HGSMI_FASTER -> TransportVerdict.HGSMI_FASTER;
      case HGCM_FASTER -> TransportVerdict.HGCM_FASTER;
      case SAME -> TransportVerdict.SAME;
      case UNCLEAR -> bounded() ? TransportVerdict.UNDETECTED : TransportVerdict.TOO_FEW;
    };
  }

  /// The transport that the evidence speaks for, or null.
  public Series faster() {
    return outcome().decided() ? outcome().series() : null;
  }

  /// How many times as fast the faster one is.
  public double advantage() {
    return Math.max(ratio(), 1 / ratio());
  }

  /// Whether comparisons judge it.
  public boolean gating() {
    return judged.gating();
  }

  /// The cell and, where there is more than one way to do the work, which was taken.
  public String label() {
    String ways = ways();
    return ways.isEmpty() ? cell.label() : cell.label() + " (" + ways + ")";
  }

  /// The variants that are not the default one, each once.
  public String ways() {
    boolean plain = hgsmi.variant().equals("default");
    if (hgcm.variant().equals("default")) {
      return plain ? "" : hgsmi.variant();
    }
    return plain || hgsmi.variant().equals(hgcm.variant())
        ? hgcm.variant()
        : hgsmi.variant() + " / " + hgcm.variant();
  }
}
