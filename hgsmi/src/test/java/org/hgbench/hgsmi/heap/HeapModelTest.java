package org.hgbench.hgsmi.heap;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;
import org.hgbench.hgsmi.wire.HgsmiPorts;
import org.hgbench.machine.OperationSequences;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Both allocators of HGSMI beside models of them.
class HeapModelTest {
  private static final int OPERATIONS = 20_000;
  private static final int BASE = 0x2000;

  @ParameterizedTest
  @ValueSource(ints = {256, 4096, 65_520})
  void theHostHeapRefusesOnlyWhatNoRunOfFreeBlocksCanHold(int bytes) {
    OperationSequences.check(bytes, OPERATIONS, () -> new Blocks(bytes));
  }

  @Test
  void theGuestHeapTakesTheFirstGapThatFits() {
    OperationSequences.check(11, OPERATIONS, FirstFit::new);
  }

  /// Allocates on even numbers, frees on odd ones.
  private abstract static class HeapSubject implements OperationSequences.Subject {
    private final int largest;
    final TreeMap<Integer, Integer> live = new TreeMap<>();

    HeapSubject(int largest) {
      this.largest = largest;
    }

    abstract void allocate(int bytes);

    abstract void free(int offset, int bytes);

    abstract void compare();

    @Override
    public void apply(int operation) {
      if (isAllocation(operation)) {
        allocate(bytes(operation));
      } else if (!live.isEmpty()) {
        List<Integer> offsets = new ArrayList<>(live.keySet());
        int offset = offsets.get((operation >>> 1) % offsets.size());
        int bytes = live.remove(offset);
        free(offset, bytes);
        assertThatThrownBy(() -> free(offset, bytes)).isInstanceOf(IllegalArgumentException.class);
      }
      compare();
    }

    private static boolean isAllocation(int operation) {
      return operation % 2 == 0;
    }

    private int bytes(int operation) {
      int bits = 1 + (operation >>> 1) % 15;
      return Math.min(largest, 1 + (operation >>> 5) % (1 << bits));
    }

    @Override
    public String describe(int operation) {
      return isAllocation(operation)
          ? "allocate " + bytes(operation)
          : "free the block of number %d".formatted(operation >>> 1);
    }
  }

  private static final class Blocks extends HeapSubject {
    private final int bytes;
    private final BlockHeap heap;

    Blocks(int bytes) {
      super(new BlockHeap(BASE, bytes).largest());
      this.bytes = bytes & -32;
      this.heap = new BlockHeap(BASE, bytes);
    }

    @Override
    void allocate(int wanted) {
      int run = longestFreeRun();
      int offset = heap.allocate(wanted);
      int block = Math.max(32, Integer.highestOneBit(wanted - 1) << 1);
      if (offset == HgsmiPorts.VOID == run >= block) {
        throw new AssertionError("wanted=%d run=%d offset=0x%x".formatted(wanted, run, offset));
      }
      if (offset != HgsmiPorts.VOID && live.put(offset, wanted) != null) {
        throw new AssertionError("handed out twice: offset=0x%x".formatted(offset));
      }
    }

    @Override
    void free(int offset, int freed) {
      heap.free(offset, freed);
    }

    private int longestFreeRun() {
      int longest = 0;
      int run = 0;
      for (int descriptor : heap.descriptors()) {
        run = Block.isFree(descriptor) ? run + Block.size(descriptor) : 0;
        longest = Math.max(longest, run);
      }
      return longest;
    }

    @Override
    void compare() {
      int next = 0;
      for (int descriptor : heap.descriptors()) {
        Integer wanted = live.get(BASE + next);
        if (Block.at(descriptor) != next
            || Block.isFree(descriptor) != (wanted == null)
            || wanted != null && wanted > Block.size(descriptor)) {
          throw new AssertionError("at=0x%x descriptor=0x%x".formatted(next, descriptor));
        }
        next += Block.size(descriptor);
      }
      if (next != bytes || heap.allocated() != live.size()) {
        throw new AssertionError("end=0x%x allocated=%d".formatted(next, heap.allocated()));
      }
    }
  }

  private static final class FirstFit extends HeapSubject {
    private static final int BYTES = 16_384;
    private static final int GRANULES = BYTES / FirstFitPool.GRANULE;

    private final FirstFitPool pool = new FirstFitPool(BASE, BYTES);
    private final BitSet taken = new BitSet(GRANULES);

    FirstFit() {
      super(BYTES + 1);
    }

    @Override
    void allocate(int wanted) {
      int need = granules(wanted);
      int expected = HgsmiPorts.VOID;
      for (int at = 0; at + need <= GRANULES && expected == HgsmiPorts.VOID; at++) {
        if (taken.get(at, at + need).isEmpty()) {
          expected = BASE + at * FirstFitPool.GRANULE;
          taken.set(at, at + need);
        }
      }
      int offset = pool.allocate(wanted);
      if (offset != expected) {
        throw new AssertionError("0x%x instead of 0x%x".formatted(offset, expected));
      }
      if (offset != HgsmiPorts.VOID) {
        live.put(offset, wanted);
      }
    }

    @Override
    void free(int offset, int bytes) {
      pool.free(offset, bytes);
      int at = (offset - BASE) / FirstFitPool.GRANULE;
      taken.clear(at, at + granules(bytes));
    }

    private static int granules(int bytes) {
      return Math.ceilDiv(bytes, FirstFitPool.GRANULE);
    }

    @Override
    void compare() {
      // Each allocation was compared with its place in the model.
    }
  }
}
