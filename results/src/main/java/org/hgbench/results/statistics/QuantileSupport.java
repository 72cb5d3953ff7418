package org.hgbench.results.statistics;

/// Whether operations were enough for a quantile to mean something: how many lie beyond it counts.
public final class QuantileSupport {
  private static final long TO_REPORT = 10;
  private static final long TO_GATE = 50;
  private static final double ROUNDING = 1e-9;

  private QuantileSupport() {}

  /// Whether at least 10 operations lie beyond quantile `q`.
  public static boolean mayReport(double q, long operations) {
    return beyond(q, operations) >= TO_REPORT;
  }

  /// Whether at least 50 operations lie beyond quantile `q`.
  public static boolean mayGate(double q, long operations) {
    return beyond(q, operations) >= TO_GATE;
  }

  /// 1 - 0.99 is a little less than 0.01, and 1000 operations do support the 99th percentile.
  private static double beyond(double q, long operations) {
    return operations * (1 - q) * (1 + ROUNDING);
  }
}
