package org.hgbench.results.compare;

import java.util.function.Function;
import org.hgbench.results.model.Fork;
import org.hgbench.results.model.Measurement;
import org.hgbench.results.statistics.QuantileSupport;

/// What of a fork is compared. Every metric is a time in nanoseconds, so that more is worse.
public enum Metric {
  /// Time per operation from long batches: what gates.
  NANOS_PER_OPERATION("ns/op", 0.03, 0, Fork::nanosPerOperation),
  /// Median of single operations.
  P50("p50", 0.03, 0.5, Fork::p50),
  /// 99th percentile of single operations.
  P99("p99", 0.05, 0.99, Fork::p99),
  /// 99.9th percentile of single operations.
  P999("p99.9", 0.10, 0.999, Fork::p999);

  private final String label;
  private final double smallestChange;
  private final double quantile;
  private final Function<Fork, Double> field;

  Metric(String label, double smallestChange, double quantile, Function<Fork, Double> field) {
    this.label = label;
    this.smallestChange = smallestChange;
    this.quantile = quantile;
    this.field = field;
  }

  /// The metric that says most about a measurement: time per operation, except under an open load,
  /// whose rate is planned, so that only its latency can answer.
  public static Metric headline(Measurement measurement) {
    return "open".equals(measurement.load()) ? P50 : NANOS_PER_OPERATION;
  }

  /// As printed.
  public String label() {
    return label;
  }

  /// The smallest change of it worth reporting, as a logarithm of a ratio, where nothing else is
  /// asked for.
  public double smallestEffect() {
    return Math.log1p(smallestChange);
  }

  /// Its value in a fork, NaN where it was not recorded, is no time, or rests on too few
  /// operations.
  public double of(Fork fork) {
    Double value = field.apply(fork);
    boolean usable = value != null && Double.isFinite(value) && value > 0;
    boolean supported =
        this == NANOS_PER_OPERATION || QuantileSupport.mayReport(quantile, fork.operations());
    return usable && supported ? value : Double.NaN;
  }

  /// Whether operations are enough for it to decide anything.
  public boolean mayGate(Fork fork) {
    return this == NANOS_PER_OPERATION || QuantileSupport.mayGate(quantile, fork.operations());
  }
}
