package org.hgbench.harness.plan;

/// One fork: a fresh JVM that measures one subject.
///
/// @param subject what it runs
/// @param latency whether it records single operations instead of the mean
/// @param number which fork of its subject and kind it is, from 1
/// @param shape how long it runs
public record PlannedFork(Subject subject, boolean latency, int number, ForkShape shape) {
  /// Full name of the benchmark method that it runs.
  public String benchmark() {
    return latency ? subject.benchmark() + "Latency" : subject.benchmark();
  }
}
