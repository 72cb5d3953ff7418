package org.hgbench.machine.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageAllocatorTest {
  private static final int PAGE = MemoryRegion.PAGE;
  private static final long START = 0x10_0000;
  private static final int PAGES = 64;

  private final PageAllocator allocator = new PageAllocator(START, START + PAGES * PAGE);

  @Test
  void roundsUpToWholePages() {
    assertThat(allocator.allocate(1)).isEqualTo(START);
    assertThat(allocator.allocate(PAGE)).isEqualTo(START + PAGE);
    assertThat(allocator.allocate(PAGE + 1)).isEqualTo(START + 2 * PAGE);
    assertThat(allocator.allocate(1)).isEqualTo(START + 4 * PAGE);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, Long.MIN_VALUE})
  void refusesSizesThatAreNone(long bytes) {
    assertThatThrownBy(() -> allocator.allocate(bytes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("guest RAM: bytes=%d are no pages", bytes);
  }

  @ParameterizedTest
  @ValueSource(longs = {PAGES * PAGE + 1, 1L << 40, Long.MAX_VALUE - 2 * PAGE})
  void saysWhichSettingToRaiseWhenThereIsNoRoom(long bytes) {
    assertThatThrownBy(() -> allocator.allocate(bytes))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageEndingWith("contiguous bytes left; raise the setting RamSize");
  }

  @Test
  void refusesToFreeWhatWasNotTaken() {
    long address = allocator.allocate(3 * PAGE);

    assertThatThrownBy(() -> allocator.free(address + PAGE))
        .isInstanceOf(IllegalArgumentException.class);
    allocator.free(address);
    assertThatThrownBy(() -> allocator.free(address))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not allocated: address=0x100000");
  }

  @ParameterizedTest
  @CsvSource({"-4096, 4096", "0, 0", "8192, 4096", "1, 4096", "0, 4097"})
  void refusesBoundsThatAreNoPages(long start, long end) {
    assertThatThrownBy(() -> new PageAllocator(start, end))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void agreesWithAMapOfPages(long seed) {
    Random random = new Random(seed);
    BitSet taken = new BitSet(PAGES);
    List<int[]> runs = new ArrayList<>();
    for (int step = 0; step < 20_000; step++) {
      if (random.nextInt(5) < 3) {
        int pages = 1 + random.nextInt(12);
        int first = firstFit(taken, pages);
        if (first < 0) {
          assertThatThrownBy(() -> allocator.allocate((long) pages * PAGE))
              .isInstanceOf(IllegalStateException.class);
        } else {
          assertThat(allocator.allocate((long) pages * PAGE - random.nextInt(PAGE)))
              .isEqualTo(START + (long) first * PAGE);
          taken.set(first, first + pages);
          runs.add(new int[] {first, pages});
        }
      } else if (!runs.isEmpty()) {
        int[] run = runs.remove(random.nextInt(runs.size()));
        allocator.free(START + (long) run[0] * PAGE);
        taken.clear(run[0], run[0] + run[1]);
      }
    }
    runs.forEach(run -> allocator.free(START + (long) run[0] * PAGE));
    assertThat(allocator.allocate(PAGES * PAGE)).isEqualTo(START);
  }

  private static int firstFit(BitSet taken, int pages) {
    int first = taken.nextClearBit(0);
    while (first + pages <= PAGES) {
      int next = taken.nextSetBit(first);
      if (next < 0 || next >= first + pages) {
        return first;
      }
      first = taken.nextClearBit(next);
    }
    return -1;
  }
}
