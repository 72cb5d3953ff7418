package org.hgbench.harness.plan;

import org.hgbench.machine.settings.Settings;

/// How long a fork warms up and measures.
///
/// @param warmupIterations how many iterations do not count
/// @param iterations how many do
/// @param iterationMillis length of each
public record ForkShape(int warmupIterations, int iterations, int iterationMillis) {
  /// What a fork needs besides: starting a JVM, building a machine, both floors. Only a first guess
  /// for the time left; the measured time of earlier forks replaces it.
  private static final int FIXED_MILLIS = 900;

  /// Reads `WarmupIterations`, `Iterations` and `IterationMillis`.
  ///
  /// @throws IllegalArgumentException if one is below 1
  static ForkShape of(Settings tree) {
    ForkShape shape =
        new ForkShape(
            tree.integer("WarmupIterations", 5),
            tree.integer("Iterations", 8),
            tree.integer("IterationMillis", 100));
    if (shape.warmupIterations < 1 || shape.iterations < 1 || shape.iterationMillis < 1) {
      throw new IllegalArgumentException("Fork: every figure must be at least 1: " + shape);
    }
    return shape;
  }

  /// About how long such a fork takes.
  public long estimateMillis() {
    return FIXED_MILLIS + (long) (warmupIterations + iterations) * iterationMillis;
  }
}
