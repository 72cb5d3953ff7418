package org.hgbench.harness.benchmark;

import java.util.Arrays;
import org.hgbench.harness.link.CellSpec;
import org.hgbench.harness.link.Link;
import org.hgbench.harness.link.Workload;
import org.hgbench.machine.memory.GuestMemory;
import org.hgbench.machine.memory.MachineMemory;
import org.hgbench.machine.memory.MemoryRegion;

/// The least that an operation could cost on this machine, measured in the same fork: a bare trap,
/// or for bulk transfers one pass that writes and one that reads as many bytes of plain memory.
interface Floor {
  /// From this payload on, moving the bytes outweighs crossing the boundary.
  int BULK_BYTES = 4096;

  /// How long each round of a measurement takes.
  long NANOS = 50_000_000;

  /// The most rounds of a measurement.
  int ROUNDS = 6;

  /// A round that is faster by more than this share shows that the code was not warm before.
  double SETTLED = 0.05;

  /// About how long it runs between two looks at the clock, and how many such slices are kept.
  long SLICE_NANOS = 1_000_000;

  int SLICES = 200;

  /// The yardstick's name.
  String name();

  /// Nanoseconds for one.
  double measure();

  /// The floor below the operations of a link.
  static Floor below(Link link, CellSpec spec) {
    if (spec.transport().equals("none")) {
      return new Nothing();
    }
    if (spec.workload() == Workload.STREAM) {
      return new Passes(link, spec.payloadBytes(), false);
    }
    return spec.payloadBytes() < BULK_BYTES
        ? new BareTrap(link)
        : new Passes(link, spec.payloadBytes(), true);
  }

  /// The least of two rounds or more, until one is no faster than the best before. The operation
  /// has warmed up its own code, but not all of the floor's: on boundary `process` this JVM has
  /// read no payload yet, and a floor in interpreted code would lie above the operation.
  static double time(Runnable once) {
    double best = round(once);
    for (int rounds = 1; rounds < ROUNDS; rounds++) {
      double next = round(once);
      boolean isSettled = next > best * (1 - SETTLED);
      best = Math.min(best, next);
      if (isSettled) {
        break;
      }
    }
    return best;
  }

  /// The median over slices of about a millisecond, so that a cold start and a disturbance weigh
  /// little; the clock is read once per slice.
  private static double round(Runnable once) {
    long batch = 1;
    double[] slices = new double[SLICES];
    int count = 0;
    long end = System.nanoTime() + NANOS;
    long last = System.nanoTime();
    while (last < end && count < SLICES) {
      for (long i = 0; i < batch; i++) {
        once.run();
      }
      long now = System.nanoTime();
      long elapsed = now - last;
      last = now;
      if (elapsed < SLICE_NANOS / 2) {
        batch *= 2;
      } else {
        slices[count++] = elapsed / (double) batch;
      }
    }
    Arrays.sort(slices, 0, count);
    return slices[count / 2];
  }

  /// The control has no floor.
  record Nothing() implements Floor {
    @Override
    public String name() {
      return "none";
    }

    @Override
    public double measure() {
      return 0;
    }
  }

  /// One port access that no device answers.
  record BareTrap(Link link) implements Floor {
    @Override
    public String name() {
      return "bare trap";
    }

    @Override
    public double measure() {
      return time(link::bareTrap);
    }
  }

  /// The same bytes written once and read once, and a bare trap where the operation must trap.
  final class Passes implements Floor {
    private final Link link;
    private final int payloadBytes;
    private final boolean traps;
    private long kept;

    Passes(Link link, int payloadBytes, boolean traps) {
      this.link = link;
      this.payloadBytes = payloadBytes;
      this.traps = traps;
    }

    @Override
    public String name() {
      return traps ? "bare trap and two passes" : "two passes";
    }

    @Override
    public double measure() {
      long pages = (payloadBytes + MemoryRegion.PAGE - 1) / MemoryRegion.PAGE;
      MemoryRegion region = new MemoryRegion("plain", 0, pages * MemoryRegion.PAGE);
      try (MachineMemory machine = MachineMemory.create(java.util.List.of(region))) {
        GuestMemory memory = machine.window("plain");
        return time(() -> {
          memory.fillWords(0, payloadBytes, kept);
          if (traps) {
            link.bareTrap();
          }
          kept += memory.sum(0, payloadBytes) | 1;
        });
      }
    }
  }
}
