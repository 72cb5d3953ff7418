package org.hgbench.hgcm.host;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.hgbench.machine.memory.MachineMemory;
import org.hgbench.machine.memory.MemoryRegion;

/// Guest RAM for the states of the ordering tests: a state takes the next two pages of a pool,
/// which holds many more than jcstress keeps at a time, so that none has to be freed.
final class Slots {
  private static final int BYTES = 2 * MemoryRegion.PAGE;
  private static final int COUNT = 1 << 14;

  /// The whole of it, as a device sees it.
  static final PhysicalMemory MEMORY =
      new PhysicalMemory(
          MachineMemory.create(
              List.of(new MemoryRegion(MemoryRegion.RAM, 0, (long) BYTES * COUNT))));

  private static final AtomicInteger NEXT = new AtomicInteger();

  private Slots() {}

  /// The address of two pages, of which so many bytes from an offset on are zeroed.
  static long take(int offset, int bytes) {
    long at = (long) BYTES * (NEXT.getAndIncrement() & COUNT - 1) + offset;
    MEMORY.ram().clear(at, bytes);
    return at;
  }
}
