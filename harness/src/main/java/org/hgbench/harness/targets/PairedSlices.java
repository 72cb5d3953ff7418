package org.hgbench.harness.targets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Times short slices of several contenders in turn, so that what drifts hits all of them.
final class PairedSlices {
  private static final long WARM_UP_NANOS = 1_000_000_000;
  private static final int FIRST_OPERATIONS = 64;

  private final List<Contender> contenders;
  private final long sliceNanos;
  private int operations = FIRST_OPERATIONS;

  PairedSlices(List<Contender> contenders, long sliceNanos) {
    this.contenders = contenders;
    this.sliceNanos = sliceNanos;
  }

  /// Lets the compiler see all of them, and finds how many operations fill a slice of the slowest.
  /// A contender is as slow as in its best round: what disturbs one round says nothing about it.
  void warmUp() {
    double[] best = new double[contenders.size()];
    Arrays.fill(best, Double.MAX_VALUE);
    long start = System.nanoTime();
    long wanted = WARM_UP_NANOS * contenders.size();
    for (int i = 0; System.nanoTime() - start < wanted; i++) {
      long[] nanos = round(i);
      double slowest = 0;
      for (int c = 0; c < best.length; c++) {
        best[c] = Math.min(best[c], (double) Math.max(1, nanos[c]) / operations);
        slowest = Math.max(slowest, best[c]);
      }
      double next = Math.min(2.0 * operations, sliceNanos / slowest);
      operations = (int) Math.clamp(next, 1, Integer.MAX_VALUE / 2);
    }
  }

  /// Nanoseconds per operation, for each round one of each contender.
  List<double[]> measure(int rounds) {
    List<double[]> measured = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      long[] nanos = round(i);
      double[] each = new double[nanos.length];
      for (int c = 0; c < each.length; c++) {
        each[c] = (double) nanos[c] / operations;
      }
      measured.add(each);
    }
    return measured;
  }

  /// A slice of each, every other time in the opposite order.
  private long[] round(int number) {
    int count = contenders.size();
    long[] nanos = new long[count];
    long[] sums = new long[count];
    for (int i = 0; i < count; i++) {
      int turn = number % 2 == 0 ? i : count - 1 - i;
      Contender contender = contenders.get(turn);
      contender.begin();
      long start = System.nanoTime();
      contender.run(operations);
      nanos[turn] = System.nanoTime() - start;
      sums[turn] = contender.end();
    }
    for (int i = 1; i < count; i++) {
      if (sums[i] != sums[0]) {
        throw new IllegalStateException(
            "unequal work: %s received 0x%x, %s 0x%x"
                .formatted(contenders.get(0).name(), sums[0], contenders.get(i).name(), sums[i]));
      }
    }
    return nanos;
  }
}
