package org.hgbench.harness.plan;

import java.util.List;
import java.util.Map;

/// What a fork runs: a JMH benchmark method with its parameters.
public sealed interface Subject permits Cell, OpenCell, TraceCell, YardstickCell {
  /// Full name of the benchmark method.
  String benchmark();

  /// JMH parameters.
  Map<String, String> parameters();

  /// How many threads run it.
  default int threads() {
    return 1;
  }

  /// Whether every fork of it leaves a histogram log.
  default boolean records() {
    return false;
  }

  /// How many iterations count.
  default int iterations(ForkShape shape) {
    return shape.iterations();
  }

  /// Further arguments of the fork's JVM.
  default List<String> jvmArguments() {
    return List.of();
  }

  /// What progress shows.
  String label();
}
