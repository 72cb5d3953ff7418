package org.hgbench.results.chart;

/// One line of the overview: how many times as long HGCM takes as HGSMI.
///
/// @param group the conditions, a heading over neighbouring rows that share it
/// @param label workload and payload
/// @param ratio HGCM's time over HGSMI's
/// @param low lower end of its interval, 0 where nothing bounds it
/// @param high upper end of its interval, infinite where nothing bounds it
/// @param outcome what follows from it
public record RatioRow(
    String group, String label, double ratio, double low, double high, TransportVerdict outcome) {
  /// Whether there is an interval at all.
  public boolean bounded() {
    return low > 0 && Double.isFinite(high);
  }
}
