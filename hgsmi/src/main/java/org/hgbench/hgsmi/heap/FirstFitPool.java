package org.hgbench.hgsmi.heap;

import java.util.BitSet;
import org.hgbench.hgsmi.wire.HgsmiPorts;

/// The heap of Linux's driver: first fit over a bitmap of 16-byte granules.
///
/// Differs: freeing granules that are not all taken is refused, where Linux stops the kernel.
///
/// Source: Linux, drivers/gpu/drm/vboxvideo/vbox_main.c, vbox_accel_init, and lib/genalloc.c.
public final class FirstFitPool implements Heap {
  /// What allocations are rounded up to, in bytes.
  public static final int GRANULE = 16;

  private final long base;
  private final int granules;
  private final BitSet taken;

  /// Manages `bytes` from VRAM offset `base` on; a remainder below a granule stays unused.
  public FirstFitPool(long base, long bytes) {
    this.base = base;
    this.granules = Math.toIntExact(bytes / GRANULE);
    this.taken = new BitSet(granules);
  }

  @Override
  public int allocate(long bytes) {
    long need = granules(bytes);
    int start = taken.nextClearBit(0);
    while (start <= granules - need) {
      int end = taken.nextSetBit(start);
      if (end < 0 || end - start >= need) {
        taken.set(start, start + (int) need);
        return (int) (base + (long) start * GRANULE);
      }
      start = taken.nextClearBit(end);
    }
    return HgsmiPorts.VOID;
  }

  @Override
  public void free(int offset, long bytes) {
    long distance = offset - base;
    long start = distance / GRANULE;
    long end = start + granules(bytes);
    if (distance < 0 || distance % GRANULE != 0 || end > granules || !isTaken(start, end)) {
      throw new IllegalArgumentException(
          "not allocated: offset=0x%x bytes=%d".formatted(offset, bytes));
    }
    taken.clear((int) start, (int) end);
  }

  private boolean isTaken(long start, long end) {
    return taken.nextClearBit((int) start) >= end;
  }

  private static long granules(long bytes) {
    return Math.max(1, (bytes + GRANULE - 1) / GRANULE);
  }
}
