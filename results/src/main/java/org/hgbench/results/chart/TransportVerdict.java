package org.hgbench.results.chart;

/// What the evidence says about two transports.
public enum TransportVerdict {
  /// The shared-memory transport takes less time.
  HGSMI_FASTER("HGSMI is faster", Series.HGSMI),
  /// The call transport takes less time.
  HGCM_FASTER("HGCM is faster", Series.HGCM),
  /// They differ by less than is worth reporting, proved.
  SAME("the same", Series.THIRD),
  /// Nothing was found, which proves nothing.
  UNDETECTED("no difference detected", Series.CONTROL),
  /// So few forks that chance could do anything.
  TOO_FEW("too few forks to judge", Series.FOURTH);

  private final String label;
  private final Series series;

  TransportVerdict(String label, Series series) {
    this.label = label;
    this.series = series;
  }

  /// As printed.
  public String label() {
    return label;
  }

  /// Whether it speaks for one of the two.
  public boolean decided() {
    return this == HGSMI_FASTER || this == HGCM_FASTER;
  }

  /// The colour and marker that stand for it.
  public Series series() {
    return series;
  }
}
