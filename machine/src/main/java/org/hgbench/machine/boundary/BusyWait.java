package org.hgbench.machine.boundary;

/// Spends a known time without giving up the processor, on average exactly.
///
/// A look at the clock costs 20 to 30 ns and the clock moves in steps, so a single wait is up to
/// that much too long. What a wait took beyond what was asked is taken off the next one, and waits
/// shorter than a look at the clock are saved up until one is due. Nothing depends on how fast the
/// processor runs or how well a loop was compiled, both of which change while a run goes on.
///
/// One thread uses it.
final class BusyWait {
  private static final long CLOCK_NANOS = clockNanos();

  private long owed;

  /// Waits `nanos`; not at all if that is 0.
  void spend(long nanos) {
    if (nanos > 0) {
      owed += nanos;
      if (owed > CLOCK_NANOS) {
        spin();
      }
    }
  }

  private void spin() {
    long target = owed - CLOCK_NANOS;
    long start = System.nanoTime();
    long spent;
    do {
      spent = System.nanoTime() - start;
    } while (spent < target);
    // A wait during which the thread was off its processor does not make the next ones free.
    owed = Math.max(owed - spent - CLOCK_NANOS, -2 * CLOCK_NANOS);
  }

  /// What of a wait lies before its first and behind its last look at the clock: one look.
  private static long clockNanos() {
    long best = Long.MAX_VALUE;
    long begin = System.nanoTime();
    long now = begin;
    while (now - begin < 5_000_000) {
      long before = System.nanoTime();
      now = System.nanoTime();
      if (now > before) {
        best = Math.min(best, now - before);
      }
    }
    return best;
  }
}
