package org.hgbench.machine.memory;

import java.util.TreeMap;

/// Hands out physically contiguous pages of guest RAM to a guest driver: first fit, merged on free.
///
/// One thread at a time may use it.
public final class PageAllocator {
  private final TreeMap<Long, Long> free = new TreeMap<>();
  private final TreeMap<Long, Long> used = new TreeMap<>();

  /// Manages the pages from `start` up to `end`, both guest-physical addresses on page boundaries.
  public PageAllocator(long start, long end) {
    if (start < 0 || end <= start || (start | end) % MemoryRegion.PAGE != 0) {
      throw new IllegalArgumentException("pages: start=0x%x end=0x%x".formatted(start, end));
    }
    free.put(start, end - start);
  }

  /// Takes `bytes`, rounded up to whole pages, and returns the address of the first.
  ///
  /// @throws IllegalArgumentException if `bytes` is not above 0
  /// @throws IllegalStateException if no contiguous run is long enough
  public long allocate(long bytes) {
    if (bytes <= 0) {
      throw new IllegalArgumentException("guest RAM: bytes=%d are no pages".formatted(bytes));
    }
    long pages = (bytes - 1) / MemoryRegion.PAGE + 1;
    long need = Math.multiplyExact(pages, MemoryRegion.PAGE);
    for (var run : free.entrySet()) {
      if (run.getValue() >= need) {
        long address = run.getKey();
        long rest = run.getValue() - need;
        free.remove(address);
        if (rest > 0) {
          free.put(address + need, rest);
        }
        used.put(address, need);
        return address;
      }
    }
    throw new IllegalStateException(
        "guest RAM: no %d contiguous bytes left; raise the setting RamSize".formatted(need));
  }

  /// Gives a run of pages back.
  ///
  /// @throws IllegalArgumentException if no run was taken at `address`
  public void free(long address) {
    Long length = used.remove(address);
    if (length == null) {
      throw new IllegalArgumentException("not allocated: address=0x%x".formatted(address));
    }
    long start = address;
    long end = address + length;
    var before = free.lowerEntry(start);
    if (before != null && before.getKey() + before.getValue() == start) {
      start = before.getKey();
    }
    Long after = free.remove(end);
    if (after != null) {
      end += after;
    }
    free.put(start, end - start);
  }
}
