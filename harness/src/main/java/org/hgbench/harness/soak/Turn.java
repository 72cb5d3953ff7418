package org.hgbench.harness.soak;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;
import org.hgbench.harness.link.CellSpec;
import org.hgbench.harness.link.Link;
import org.hgbench.harness.link.Operation;
import org.hgbench.harness.link.Verification;

/// Opens a cell, has its guest threads work for a while, compares what both ends saw, closes it.
record Turn(Opener opener, Duration time, BooleanSupplier over) {
  /// What came of it.
  ///
  /// @param operations how many were done
  /// @param verification whether every byte arrived
  record Result(long operations, Verification verification) {}

  /// The calling thread is guest thread 0.
  Result run(CellSpec cell) throws ExecutionException, InterruptedException {
    try (Link link = opener.open(cell)) {
      long deadline = System.nanoTime() + time.toNanos();
      List<FutureTask<Long>> others = new ArrayList<>();
      for (int guest = 1; guest < cell.guestThreads(); guest++) {
        int index = guest;
        FutureTask<Long> other = new FutureTask<>(() -> work(link.operation(index), deadline));
        others.add(other);
        Thread.ofPlatform().daemon().name("hgbench-soak-" + guest).start(other);
      }
      long operations = work(link.operation(0), deadline);
      for (FutureTask<Long> other : others) {
        operations += other.get();
      }
      return new Result(operations, link.verify());
    }
  }

  /// Does operations, one at least.
  private long work(Operation operation, long deadline) {
    long sequence = 0;
    do {
      operation.run(sequence++);
    } while (System.nanoTime() - deadline < 0 && !over.getAsBoolean());
    return sequence;
  }
}
