package org.hgbench.harness.benchmark;

import org.hgbench.harness.link.Link;
import org.hgbench.machine.memory.GuestMemory;
import org.hgbench.machine.memory.MachineMemory;
import org.hgbench.machine.memory.MemoryRegion;

/// The least that an operation could cost on this machine, measured in the same fork: a bare trap,
/// or for bulk transfers one pass that writes and one that reads as many bytes of plain memory.
interface Floor {
  /// From this payload on, moving the bytes outweighs crossing the boundary.
  int BULK_BYTES = 4096;

  /// How long each measurement of the floor takes.
  long NANOS = 50_000_000;

  /// The yardstick's name.
  String name();

  /// Nanoseconds for one, over [#NANOS].
  double measure();

  /// The floor below the operations of a link.
  static Floor below(Link link, String transport, int payloadBytes) {
    if (transport.equals("none")) {
      return new Nothing();
    }
    return payloadBytes < BULK_BYTES ? new BareTrap(link) : new TwoPasses(payloadBytes);
  }

  /// Runs in growing batches until the time is up; the clock is read once per batch.
  static double time(Runnable once) {
    long batch = 1;
    long start = System.nanoTime();
    long end = start + NANOS;
    long total = 0;
    long now = start;
    while (now < end) {
      for (long i = 0; i < batch; i++) {
        once.run();
      }
      total += batch;
      now = System.nanoTime();
      batch = Math.min(batch * 2, 1 << 16);
    }
    return (now - start) / (double) total;
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

  /// The same bytes written once and read once, with nothing to cross.
  final class TwoPasses implements Floor {
    private final int payloadBytes;
    private long kept;

    TwoPasses(int payloadBytes) {
      this.payloadBytes = payloadBytes;
    }

    @Override
    public String name() {
      return "two passes";
    }

    @Override
    public double measure() {
      long pages = (payloadBytes + MemoryRegion.PAGE - 1) / MemoryRegion.PAGE;
      MemoryRegion region = new MemoryRegion("plain", 0, pages * MemoryRegion.PAGE);
      try (MachineMemory machine = MachineMemory.create(java.util.List.of(region))) {
        GuestMemory memory = machine.window("plain");
        return time(() -> {
          memory.fillWords(0, payloadBytes, kept);
          kept += memory.sum(0, payloadBytes) | 1;
        });
      }
    }
  }
}
