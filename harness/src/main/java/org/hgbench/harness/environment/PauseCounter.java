package org.hgbench.harness.environment;

/// Adds up by how much a planned sleep was overslept.
final class PauseCounter {
  private static final long PAUSE_NANOS = PauseDetector.PAUSE.toNanos();

  private final long intervalNanos;
  private long since = System.nanoTime();
  private long count;
  private long total;
  private long longest;

  /// For sleeps that are planned to take this long.
  PauseCounter(long intervalNanos) {
    this.intervalNanos = intervalNanos;
  }

  long intervalNanos() {
    return intervalNanos;
  }

  /// One sleep took this long.
  synchronized void woke(long sleptNanos) {
    long late = sleptNanos - intervalNanos;
    if (late >= PAUSE_NANOS) {
      count++;
      total += late;
      longest = Math.max(longest, late);
    }
  }

  /// What was added up since this was last asked; begins anew.
  synchronized Pauses take() {
    long now = System.nanoTime();
    Pauses pauses = new Pauses(now - since, count, total, longest);
    since = now;
    count = 0;
    total = 0;
    longest = 0;
    return pauses;
  }
}
