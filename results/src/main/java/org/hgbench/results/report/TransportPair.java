package org.hgbench.results.report;

import org.hgbench.results.chart.Series;
import org.hgbench.results.model.Measurement;
import org.hgbench.results.report.RatioEstimator.Estimate;

/// The same work on both transports under the same conditions.
///
/// @param conditions that both share
/// @param cell the work
/// @param hgsmi what the shared-memory transport did
/// @param hgcm what the call transport did
/// @param ratio time of HGCM over time of HGSMI
public record TransportPair(
    Conditions conditions, Cell cell, Measurement hgsmi, Measurement hgcm, Estimate ratio) {
  /// Which one the interval speaks for; null when no difference was detected.
  public Series faster() {
    return ratio.low() > 1 ? Series.HGSMI : ratio.high() < 1 ? Series.HGCM : null;
  }

  /// How many times as fast the faster one is.
  public double advantage() {
    return Math.max(ratio.ratio(), 1 / ratio.ratio());
  }

  /// Whether comparisons judge it.
  public boolean gating() {
    return hgsmi.gating() && hgcm.gating();
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
