package org.hgbench.results.chart;

/// One line of the overview: how many times as long HGCM takes as HGSMI.
///
/// @param group the conditions, a heading over neighbouring rows that share it
/// @param label workload and payload
/// @param ratio HGCM's time over HGSMI's
/// @param low lower end of its interval
/// @param high upper end of its interval
public record RatioRow(String group, String label, double ratio, double low, double high) {
  /// Which transport the interval speaks for; null when it holds 1: no difference detected.
  public Series faster() {
    return low > 1 ? Series.HGSMI : high < 1 ? Series.HGCM : null;
  }
}
