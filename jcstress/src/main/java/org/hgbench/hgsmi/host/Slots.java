package org.hgbench.hgsmi.host;

import java.util.concurrent.atomic.AtomicInteger;
import org.hgbench.machine.memory.GuestMemory;

/// Memory for the states of the ordering tests: a state takes the next slot of a pool, which holds
/// many more than jcstress keeps at a time, so that none has to be freed.
final class Slots {
  /// The size of a slot; it begins on a page's quarter, as far from its neighbours as VRAM needs.
  static final int BYTES = 1024;

  private static final int COUNT = 1 << 16;
  private static final GuestMemory POOL = GuestMemory.allocate((long) BYTES * COUNT);
  private static final AtomicInteger NEXT = new AtomicInteger();

  private Slots() {}

  /// A slot, zeroed.
  static GuestMemory take() {
    long at = (long) BYTES * (NEXT.getAndIncrement() & COUNT - 1);
    POOL.clear(at, BYTES);
    return POOL.window(at, BYTES);
  }
}
