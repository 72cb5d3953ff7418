package org.hgbench.harness.targets;

import java.util.List;
import org.hgbench.machine.memory.GuestMemory;
import org.hgbench.machine.memory.MachineMemory;
import org.hgbench.machine.memory.MemoryRegion;

/// The control of bulk targets: the same two passes, one that writes and one that reads, over the
/// same kind of memory with no transport between them.
final class PlainPasses implements Contender {
  private final MachineMemory machine;
  private final GuestMemory memory;
  private final int bytes;
  private long sequence;
  private long sum;

  /// Two passes over so many bytes, a multiple of a page.
  PlainPasses(int bytes) {
    this.bytes = bytes;
    machine = MachineMemory.create(List.of(new MemoryRegion("plain", 0, bytes)));
    memory = machine.window("plain");
  }

  @Override
  public String name() {
    return "two passes over plain memory";
  }

  @Override
  public void run(int operations) {
    for (int i = 0; i < operations; i++) {
      memory.fillWords(0, bytes, Record64.word(sequence++));
      sum += memory.sum(0, bytes);
    }
  }

  @Override
  public long end() {
    return sum;
  }

  @Override
  public void close() {
    machine.close();
  }
}
