package org.hgbench.machine.boundary;

/// Spends a known time in arithmetic, without looking at a clock: a clock read costs 20 to 30 ns
/// and moves in steps, which is too coarse for half of a cheap trap.
///
/// The loop is a chain of dependent multiplications that no compiler can shorten. How many make a
/// nanosecond is measured once per JVM; if the processor's frequency changes afterwards, so does
/// the time spent, which is why the bare trap is measured again in every run.
final class BusyWait {
  private static final int ROUNDS = 30;
  private static final int STEPS_PER_ROUND = 200_000;
  private static final double STEPS_PER_NANO = calibrate();

  private final long steps;

  /// A wait of `nanos`.
  BusyWait(double nanos) {
    this.steps = nanos <= 0 ? 0 : Math.max(1, Math.round(nanos * STEPS_PER_NANO));
  }

  /// Waits, and returns a number that means nothing but that the caller must not ignore in a way
  /// that lets the compiler drop the loop.
  long spend(long seed) {
    return chain(seed, steps);
  }

  private static long chain(long seed, long steps) {
    long x = seed;
    for (long i = 0; i < steps; i++) {
      x = x * 6364136223846793005L + 1442695040888963407L;
    }
    return x;
  }

  /// The fastest of many rounds: the others were disturbed, or not compiled yet.
  private static double calibrate() {
    long best = Long.MAX_VALUE;
    long x = 1;
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      x = chain(x, STEPS_PER_ROUND);
      best = Math.min(best, System.nanoTime() - start);
    }
    // x is odd and even in turn, never equal to best's complement: the comparison keeps the chain.
    return x == ~best ? 1 : (double) STEPS_PER_ROUND / Math.max(1, best);
  }
}
