package org.hgbench.harness.duet;

import java.util.Arrays;

/// Runs work for the length of one turn, in batches long enough to drown the clock.
///
/// What runs in the first moments of a turn meets cold caches and a processor that just woke, and
/// is not counted. The figure of a turn is the median over its batches: a batch that the operating
/// system interrupted weighs no more than any other.
final class SliceTimer {
  /// Batches grow and shrink towards this length: over a thousand times what a clock read costs.
  private static final long BATCH_NANOS = 100_000;

  private static final int MOST_BATCHES = 1 << 14;

  private final Work work;
  private final Slowdown slowdown;
  private final double[] perOperation = new double[MOST_BATCHES];
  private long batch = 1;

  /// What one turn gave.
  ///
  /// @param operations that counted
  /// @param nanos they took
  /// @param nanosPerOperation median over the batches
  record Slice(long operations, long nanos, double nanosPerOperation) {}

  SliceTimer(Work work, Slowdown slowdown) {
    this.work = work;
    this.slowdown = slowdown;
  }

  /// Works for `discardNanos` that do not count and `nanos` that do; at least one batch counts.
  Slice run(long discardNanos, long nanos) {
    int batches = 0;
    long operations = 0;
    long counted = 0;
    long begin = System.nanoTime();
    long now = begin;
    while (batches == 0 || now - begin < discardNanos + nanos && batches < MOST_BATCHES) {
      long start = System.nanoTime();
      work.run(batch);
      now = slowdown.prolong(start, System.nanoTime());
      long elapsed = Math.max(1, now - start);
      if (start - begin >= discardNanos) {
        perOperation[batches++] = elapsed / (double) batch;
        operations += batch;
        counted += elapsed;
      }
      if (elapsed < BATCH_NANOS / 2) {
        batch *= 2;
      } else if (elapsed > 4 * BATCH_NANOS && batch > 1) {
        batch /= 2;
      }
    }
    double[] sorted = Arrays.copyOf(perOperation, batches);
    Arrays.sort(sorted);
    return new Slice(operations, counted, sorted[batches / 2]);
  }
}
