package org.hgbench.machine.boundary;

/// Spends a known time in arithmetic, without looking at a clock: a clock read costs 20 to 30 ns
/// and moves in steps, which is too coarse for half of a cheap trap.
///
/// The loop is a chain of dependent steps that the compiler does not shorten: with `x * a + c`
/// alone it multiplies the constants of many steps out into one, hence the shift. How many steps
/// make a nanosecond is measured once per JVM; if the processor's frequency changes afterwards, so
/// does the time spent, which is why the bare trap is measured again in every run.
final class BusyWait {
  private final long steps;

  /// A wait of `nanos`.
  BusyWait(double nanos) {
    this.steps = nanos <= 0 ? 0 : Math.max(1, Math.round(nanos * Rate.STEPS_PER_NANO));
  }

  /// Waits, and returns a number that means nothing but that the caller must not ignore in a way
  /// that lets the compiler drop the loop.
  long spend(long seed) {
    return chain(seed, steps);
  }

  private static long chain(long seed, long steps) {
    long x = seed;
    for (long i = 0; i < steps; i++) {
      x = (x ^ x >>> 29) * 0xBF58476D1CE4E5B9L;
    }
    return x;
  }

  /// Measured in a class of its own: the virtual machine compiles no loop of a class that is still
  /// being initialized, and what the interpreter needs for a step is not the question.
  private static final class Rate {
    private static final int STEADY_ROUNDS = 40;
    private static final int MOST_ROUNDS = 2_000;
    private static final int STEPS_PER_ROUND = 50_000;

    /// Where calibration leaves its result, so that the compiler keeps the loop.
    private static volatile long sink = 1;

    private static final double STEPS_PER_NANO = calibrate();

    /// The fastest round, once many have passed without a faster one: earlier rounds were not
    /// compiled yet, and others were disturbed.
    private static double calibrate() {
      long best = Long.MAX_VALUE;
      int steady = 0;
      for (int round = 0; round < MOST_ROUNDS && steady < STEADY_ROUNDS; round++) {
        long start = System.nanoTime();
        sink = chain(sink, STEPS_PER_ROUND);
        long nanos = System.nanoTime() - start;
        steady = nanos < best - best / 50 ? 0 : steady + 1;
        best = Math.min(best, nanos);
      }
      return (double) STEPS_PER_ROUND / Math.max(1, best);
    }
  }
}
