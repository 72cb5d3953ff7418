package org.hgbench.harness.environment;

import java.util.Arrays;

/// What one `System.nanoTime` costs and how finely it moves, measured here and now.
///
/// @param nanos cost of one read
/// @param stepNanos smallest step
public record ClockCost(double nanos, double stepNanos) {
  private static final int READINGS = 2_048;
  private static final long BUDGET_NANOS = 20_000_000;

  /// Measures for about 20 ms: the cost is that of the fastest batch of reads, since the others
  /// were interpreted, being compiled or interrupted.
  public static ClockCost measure() {
    long[] readings = new long[READINGS];
    double best = Double.MAX_VALUE;
    double step = Double.MAX_VALUE;
    long end = System.nanoTime() + BUDGET_NANOS;
    do {
      read(readings);
      double nanos = (double) (readings[READINGS - 1] - readings[0]) / (READINGS - 1);
      if (nanos > 0) {
        best = Math.min(best, nanos);
        step = Math.min(step, step(readings));
      }
    } while (System.nanoTime() < end || best == Double.MAX_VALUE);
    return new ClockCost(best, step);
  }

  private static void read(long[] readings) {
    for (int i = 0; i < readings.length; i++) {
      readings[i] = System.nanoTime();
    }
  }

  /// The smallest step behind readings taken one after the other.
  ///
  /// A clock that is coarser than its cost shows it directly: readings repeat, and the smallest
  /// difference is the step. Otherwise every reading differs, and all differences are multiples of
  /// the step: it is their greatest common divisor.
  static double step(long[] readings) {
    long[] differences = new long[readings.length - 1];
    for (int i = 0; i < differences.length; i++) {
      differences[i] = readings[i + 1] - readings[i];
    }
    long[] moves = Arrays.stream(differences).filter(difference -> difference > 0).toArray();
    boolean repeats = moves.length < differences.length * 0.99;
    return repeats
        ? Arrays.stream(moves).min().orElse(0)
        : Arrays.stream(moves).reduce(0, ClockCost::divisor);
  }

  private static long divisor(long a, long b) {
    return b == 0 ? a : divisor(b, a % b);
  }
}
