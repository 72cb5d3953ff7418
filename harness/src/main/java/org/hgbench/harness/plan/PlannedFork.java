package org.hgbench.harness.plan;

import java.util.TreeMap;

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

  /// Whether it leaves a histogram log.
  public boolean records() {
    return latency || subject.records();
  }

  /// What tells it from every other fork of a plan, and is the same whenever the plan is made.
  public String key() {
    return "%s #%d %s %s %s"
        .formatted(
            benchmark(),
            number,
            subject.label().strip(),
            new TreeMap<>(subject.parameters()),
            shape);
  }
}
