package org.hgbench.harness.plan;

import org.hgbench.machine.settings.Settings;

/// How long a fork warms up and measures.
///
/// @param warmupIterations how many iterations do not count
/// @param iterations how many do
/// @param iterationMillis length of each
/// @param mode how operations of a closed load are timed
public record ForkShape(
    int warmupIterations, int iterations, int iterationMillis, TimingMode mode) {
  /// What a fork needs besides: starting a JVM, building a machine, both floors. Only a first guess
  /// for the time left; the measured time of earlier forks replaces it.
  private static final int FIXED_MILLIS = 900;

  /// Reads `WarmupIterations`, `Iterations`, `IterationMillis` and `Mode`.
  ///
  /// @throws IllegalArgumentException if one is below 1, or there is no such mode
  static ForkShape of(Settings tree) {
    ForkShape shape =
        new ForkShape(
            tree.integer("WarmupIterations", 5),
            tree.integer("Iterations", 8),
            tree.integer("IterationMillis", 100),
            mode(tree.text("Mode", TimingMode.AVERAGE.label())));
    if (shape.warmupIterations < 1 || shape.iterations < 1 || shape.iterationMillis < 1) {
      throw new IllegalArgumentException("Fork: every figure must be at least 1: " + shape);
    }
    return shape;
  }

  private static TimingMode mode(String label) {
    try {
      return TimingMode.of(label);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("Fork/Mode: " + e.getMessage(), e);
    }
  }

  /// The same, timed in another way.
  ForkShape timed(TimingMode other) {
    return new ForkShape(warmupIterations, iterations, iterationMillis, other);
  }

  /// About how long such a fork takes.
  public long estimateMillis() {
    return FIXED_MILLIS + (long) (warmupIterations + iterations) * iterationMillis;
  }
}
