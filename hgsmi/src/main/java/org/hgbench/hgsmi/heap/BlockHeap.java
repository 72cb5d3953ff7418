package org.hgbench.hgsmi.heap;

import java.util.Arrays;
import org.hgbench.hgsmi.wire.HgsmiPorts;
import org.hgbench.hgsmi.wire.VboxStatus;

/// The block allocator of VirtualBox's guest additions and of the host's heap.
///
/// Blocks are powers of two from 32 bytes to 1 MiB. A request takes the first free block of its
/// order, or splits a larger one. Freed blocks stay as they are; only when no block is large enough
/// are free neighbours merged, so a block need not be aligned to its size.
///
/// Differs: freeing twice, or inside a block, is refused; VirtualBox would corrupt its lists.
///
/// Source: VirtualBox 7.0, src/VBox/GuestHost/HGSMI/HGSMIMemAlloc.cpp, HGSMIMADATA.
public final class BlockHeap implements Heap {
  private final long base;
  private final int bytes;
  private final BlockTable blocks = new BlockTable();
  private final OffsetQueue[] free = new OffsetQueue[Block.ORDERS];

  private int largest;
  private int allocated;

  /// Manages `bytes` from VRAM offset `base` on, rounded down to a multiple of 32.
  ///
  /// @throws IllegalArgumentException if the size is not possible; see [#isPossible]
  public BlockHeap(long base, long bytes) {
    if (!isPossible(bytes)) {
      throw new IllegalArgumentException("block heap: bytes=%d".formatted(bytes));
    }
    this.base = base;
    this.bytes = (int) bytes & -Block.SMALLEST;
    Arrays.setAll(free, order -> new OffsetQueue());
    format();
  }

  /// Whether a heap can have so many bytes.
  public static boolean isPossible(long bytes) {
    return bytes >= Block.SMALLEST && bytes < 0x80000000L;
  }

  /// The largest request that can ever succeed.
  public int largest() {
    return largest;
  }

  /// How many blocks are in use.
  public int allocated() {
    return allocated;
  }

  /// The descriptors of all blocks in address order: offset in the heap (bits 5 to 31), free (bit
  /// 4) and order (bits 0 to 3, the size being 32 bytes shifted by it).
  public int[] descriptors() {
    return blocks.toArray();
  }

  @Override
  public int allocate(long requested) {
    if (requested < 0 || requested > largest) {
      return HgsmiPorts.VOID;
    }
    int order = Block.orderFor((int) requested);
    int at = take(order);
    if (at < 0 && merge(order)) {
      at = take(order);
    }
    return at < 0 ? HgsmiPorts.VOID : (int) (base + at);
  }

  @Override
  public void free(int offset, long requested) {
    int index = indexOfTaken(offset);
    if (index < 0 || requested > Block.size(blocks.at(index))) {
      throw new IllegalArgumentException(
          "not allocated: offset=0x%x bytes=%d".formatted(offset, requested));
    }
    allocated--;
    release(index);
  }

  /// Whether a block in use begins at an offset.
  public boolean isAllocated(int offset) {
    return indexOfTaken(offset) >= 0;
  }

  /// Replaces the state by one that was saved.
  ///
  /// @param saved what [#descriptors] returned
  /// @param savedLargest what [#largest] returned
  /// @return `INVALID_PARAMETER`, with nothing changed, if the blocks do not tile the heap from its
  ///   start without a gap or one is larger than the largest; else `SUCCESS`
  public int restore(int[] saved, int savedLargest) {
    if (!tiles(saved, savedLargest)) {
      return VboxStatus.INVALID_PARAMETER;
    }
    blocks.clear();
    allocated = 0;
    Arrays.setAll(free, order -> new OffsetQueue());
    largest = savedLargest;
    for (int descriptor : saved) {
      blocks.append(descriptor);
      if (Block.isFree(descriptor)) {
        free[Block.order(descriptor)].add(Block.at(descriptor));
      } else {
        allocated++;
      }
    }
    return VboxStatus.SUCCESS;
  }

  private boolean tiles(int[] saved, int savedLargest) {
    int next = 0;
    for (int descriptor : saved) {
      int size = Block.size(descriptor);
      if (Block.at(descriptor) != next || size > bytes - next || size > savedLargest) {
        return false;
      }
      next += size;
    }
    return next == bytes;
  }

  private void format() {
    cut(0, 0, bytes);
    largest = Block.size(blocks.at(0));
  }

  /// Cuts `[at, end)` into free blocks, the largest first, and enters them from `index` on.
  private void cut(int index, int at, int end) {
    int next = at;
    for (int i = index; next < end; i++) {
      next = enter(i, next, Block.orderWithin(end - next));
    }
  }

  private int enter(int index, int at, int order) {
    int descriptor = Block.free(at, order);
    blocks.insert(index, descriptor);
    free[order].add(at);
    return at + Block.size(descriptor);
  }

  /// Takes the first block of an order, splitting a larger one if there is none.
  ///
  /// @return where it begins in the heap, or -1
  private int take(int order) {
    int found = order;
    while (found < Block.ORDERS && free[found].isEmpty()) {
      found++;
    }
    if (found == Block.ORDERS) {
      return -1;
    }
    int at = free[found].poll();
    int index = blocks.indexOf(at);
    // The lists between are empty, so the low half is always the one to be split next.
    for (int half = found - 1; half >= order; half--) {
      enter(index + 1, at + (Block.SMALLEST << half), half);
    }
    blocks.set(index, Block.toTaken(Block.free(at, order)));
    allocated++;
    return at;
  }

  private void release(int index) {
    int descriptor = Block.toFree(blocks.at(index));
    blocks.set(index, descriptor);
    free[Block.order(descriptor)].add(Block.at(descriptor));
  }

  /// Makes one free block of an order out of smaller neighbours: the first run that is found from
  /// the larger blocks down, extended forward and then backward until it is long enough.
  private boolean merge(int order) {
    int required = Block.SMALLEST << order;
    for (int smaller = order - 1; smaller >= 0; smaller--) {
      for (int i = 0; i < free[smaller].size(); i++) {
        int index = blocks.indexOf(free[smaller].at(i));
        int from = index;
        int to = index + 1;
        int run = Block.size(blocks.at(index));
        while (run < required && to < blocks.count() && Block.isFree(blocks.at(to))) {
          run += Block.size(blocks.at(to++));
        }
        while (run < required && from > 0 && Block.isFree(blocks.at(from - 1))) {
          run += Block.size(blocks.at(--from));
        }
        if (run >= required) {
          recut(from, to, run, order);
          return true;
        }
      }
    }
    return false;
  }

  private void recut(int from, int to, int run, int order) {
    int at = Block.at(blocks.at(from));
    for (int i = from; i < to; i++) {
      free[Block.order(blocks.at(i))].remove(Block.at(blocks.at(i)));
    }
    blocks.remove(from, to);
    cut(from + 1, enter(from, at, order), at + run);
  }

  private int indexOfTaken(int offset) {
    long at = Integer.toUnsignedLong(offset) - base;
    int index = at < 0 || at >= bytes ? -1 : blocks.indexOf((int) at);
    return index < 0 || Block.isFree(blocks.at(index)) ? -1 : index;
  }
}
