package org.hgbench.harness.targets;

import java.util.List;
import org.hgbench.machine.memory.GuestMemory;
import org.hgbench.machine.memory.MachineMemory;
import org.hgbench.machine.memory.MemoryRegion;

/// The least that a bulk transfer costs: one thread writes the bytes, another one reads them, and
/// both spin on a shared word in between. No transport, no copy.
final class OnePassPerSide implements Contender {
  private static final long STOP = -1;

  private final boolean writes;
  private final int bytes;
  private final MachineMemory machine;
  private final GuestMemory memory;
  private volatile long request;
  private volatile long answered;
  private long word;
  private Thread peer;
  private long sequence;
  private long sum;

  /// @param writes whether the asking thread writes; else it reads
  OnePassPerSide(boolean writes, int bytes) {
    this.writes = writes;
    this.bytes = bytes;
    this.machine = MachineMemory.create(List.of(new MemoryRegion("plain", 0, bytes)));
    this.memory = machine.window("plain");
  }

  @Override
  public String name() {
    return "one pass over the memory per side";
  }

  @Override
  public void begin() {
    request = 0;
    answered = 0;
    peer = Thread.ofPlatform().name("pass-peer").daemon().start(this::serve);
  }

  @Override
  public void run(int operations) {
    for (int i = 1; i <= operations; i++) {
      word = Record64.word(sequence++);
      if (writes) {
        memory.fillWords(0, bytes, word);
      }
      request = i;
      while (answered != i) {
        Thread.onSpinWait();
      }
      if (!writes) {
        sum += memory.sum(0, bytes);
      }
    }
  }

  @Override
  public long end() {
    request = STOP;
    try {
      peer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the peer", e);
    }
    return sum;
  }

  private void serve() {
    long served = 0;
    while (true) {
      long asked = request;
      if (asked == STOP) {
        return;
      }
      if (asked == served) {
        Thread.onSpinWait();
        continue;
      }
      served = asked;
      if (writes) {
        sum += memory.sum(0, bytes);
      } else {
        memory.fillWords(0, bytes, word);
      }
      answered = asked;
    }
  }

  @Override
  public void close() {
    machine.close();
  }
}
