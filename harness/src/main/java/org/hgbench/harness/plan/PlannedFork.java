package org.hgbench.harness.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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

  /// JMH parameters. An open load has a seed that is its fork's own; the forks of a block share it,
  /// so that all transports see the same pattern.
  public Map<String, String> parameters() {
    if (!(subject instanceof OpenCell)) {
      return subject.parameters();
    }
    Map<String, String> seeded = new LinkedHashMap<>(subject.parameters());
    seeded.put("seed", Integer.toString(number));
    return seeded;
  }

  /// How JMH times it, where that is not settled by its benchmark.
  public Optional<TimingMode> mode() {
    return subject instanceof Cell && !latency ? Optional.of(shape.mode()) : Optional.empty();
  }

  /// Whether JMH picks single operations of it and times those.
  public boolean isSampled() {
    return mode().equals(Optional.of(TimingMode.SAMPLE));
  }

  /// Whether it leaves a histogram log.
  public boolean records() {
    return latency || isSampled() || subject.records();
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
