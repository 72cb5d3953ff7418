package org.hgbench.harness.plan;

import java.util.Map;

/// What a fork runs: a JMH benchmark method with its parameters.
public sealed interface Subject permits Cell, YardstickCell {
  /// Full name of the benchmark method.
  String benchmark();

  /// JMH parameters.
  Map<String, String> parameters();

  /// How many threads run it.
  default int threads() {
    return 1;
  }

  /// What progress shows.
  String label();
}
