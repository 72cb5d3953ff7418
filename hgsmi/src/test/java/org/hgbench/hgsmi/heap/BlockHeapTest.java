package org.hgbench.hgsmi.heap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.TreeMap;
import org.hgbench.hgsmi.wire.HgsmiPorts;
import org.hgbench.hgsmi.wire.VboxStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlockHeapTest {
  @ParameterizedTest
  @CsvSource({
    "100, 11 50",
    "256, 13",
    "65536, 1b",
    "524288, 1e",
    "1048576, 1f",
    "2097248, 1f 10001f 200011 200050",
    "65520, 1a 8019 c018 e017 f016 f815 fc14 fe13 ff12 ff91 ffd0"
  })
  void formatsAnAreaIntoTheLargestBlocksThatFit(long bytes, String descriptors) {
    assertThat(hex(new BlockHeap(0, bytes))).isEqualTo(descriptors);
  }

  @Test
  void neverHandsOutMoreThanTheLargestBlock() {
    BlockHeap heap = new BlockHeap(0, 65520);
    assertThat(heap.largest()).isEqualTo(32768);
    assertThat(heap.allocate(32769)).isEqualTo(HgsmiPorts.VOID);
    assertThat(heap.allocate(32768)).isZero();
  }

  @Test
  void splitsTheFirstBlockOfTheNextOrder() {
    BlockHeap heap = new BlockHeap(0, 65536);
    assertThat(heap.allocate(32)).isZero();
    assertThat(heap.allocate(40)).isEqualTo(64);
    assertThat(heap.allocate(100)).isEqualTo(128);
    assertThat(heap.allocate(32)).isEqualTo(32);
    assertThat(hex(heap)).isEqualTo("0 20 41 82 113 214 415 816 1017 2018 4019 801a");
  }

  @Test
  void mergesNeighboursOnlyWhenNoBlockIsLargeEnough() {
    BlockHeap heap = new BlockHeap(0, 256);
    for (int i = 0; i < 8; i++) {
      assertThat(heap.allocate(32)).isEqualTo(32 * i);
    }
    assertThat(heap.allocate(32)).isEqualTo(HgsmiPorts.VOID);

    free(heap, 32, 64, 160, 192);
    assertThat(hex(heap)).isEqualTo("0 30 50 60 80 b0 d0 e0");
    assertThat(heap.allocate(64)).isEqualTo(32);
    assertThat(hex(heap)).isEqualTo("0 21 60 80 b0 d0 e0");
    assertThat(heap.allocate(64)).isEqualTo(160);
    assertThat(hex(heap)).isEqualTo("0 21 60 80 a1 e0");

    free(heap, 0, 96, 128, 224, 32);
    assertThat(hex(heap)).isEqualTo("10 31 70 90 a1 f0");
    assertThat(heap.allocate(128)).isEqualTo(32);
    assertThat(hex(heap)).isEqualTo("10 22 a1 f0");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 31, 0x80000000L, -1})
  void refusesImpossibleAreas(long bytes) {
    assertThatThrownBy(() -> new BlockHeap(0, bytes)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"0, 32", "1, 32", "31, 32", "32, 32", "33, 64", "32768, 32768"})
  void roundsUpToABlock(long requested, int block) {
    BlockHeap heap = new BlockHeap(0x1000, 65536);
    assertThat(heap.allocate(requested)).isEqualTo(0x1000);
    assertThat(Block.size(heap.descriptors()[0])).isEqualTo(block);
  }

  @ParameterizedTest
  @ValueSource(longs = {32769, 0xFFFFFFFFL, -1, Long.MAX_VALUE})
  void hasNoRoomForMoreThanTheLargestBlock(long requested) {
    assertThat(new BlockHeap(0x1000, 65520).allocate(requested)).isEqualTo(HgsmiPorts.VOID);
  }

  @Test
  void refusesToFreeTwiceInsideABlockOrOutside() {
    BlockHeap heap = new BlockHeap(0x1000, 65520);
    int block = heap.allocate(64);
    int[] before = heap.descriptors();
    for (int offset : new int[] {block + 32, block + 1, block + 64, 0xFE0, 0x11000, -1}) {
      assertThatThrownBy(() -> heap.free(offset, 24)).isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> heap.free(block, 65)).isInstanceOf(IllegalArgumentException.class);
    assertThat(heap.descriptors()).isEqualTo(before);
    heap.free(block, 64);
    assertThatThrownBy(() -> heap.free(block, 64))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not allocated: offset=0x10f80 bytes=64");
  }

  @Test
  void restoresWhatWasSaved() {
    BlockHeap heap = new BlockHeap(0x1000, 65520);
    heap.allocate(100);
    heap.allocate(33);
    BlockHeap restored = new BlockHeap(0x1000, 65520);
    assertThat(restored.restore(heap.descriptors(), heap.largest())).isEqualTo(VboxStatus.SUCCESS);
    assertThat(restored.descriptors()).isEqualTo(heap.descriptors());
    assertThat(restored.allocated()).isEqualTo(2);
    assertThat(restored.allocate(33)).isEqualTo(heap.allocate(33));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "gap,         11 50 70",
    "overlap,     12 50 70",
    "too large,   14",
    "wrong order, 51 10 a0",
    "too short,   11 50",
    "past end,    12 92"
  })
  void rejectsSavedBlocksThatDoNotTile(String name, String saved) {
    BlockHeap heap = new BlockHeap(0, 192);
    int[] before = heap.descriptors();
    assertThat(heap.restore(parse(saved), 128)).isEqualTo(VboxStatus.INVALID_PARAMETER);
    assertThat(heap.descriptors()).isEqualTo(before);
  }

  @Test
  void rejectsASavedBlockAboveTheLargest() {
    assertThat(new BlockHeap(0, 192).restore(parse("12 91"), 64))
        .isEqualTo(VboxStatus.INVALID_PARAMETER);
    assertThat(new BlockHeap(0, 192).restore(parse("12 91"), 128)).isEqualTo(VboxStatus.SUCCESS);
  }

  @ParameterizedTest
  @ValueSource(ints = {256, 4096, 65520, 3 << 20})
  void keepsTheBlocksTilingTheAreaWhateverIsAskedOfIt(int bytes) {
    Random random = new Random(bytes);
    BlockHeap heap = new BlockHeap(0x2000, bytes);
    TreeMap<Integer, Integer> live = new TreeMap<>();
    for (int i = 0; i < 5_000; i++) {
      if (live.isEmpty() || random.nextInt(100) < 55) {
        int requested = 1 + random.nextInt(1 << 5 + random.nextInt(10));
        int offset = heap.allocate(requested);
        if (offset != HgsmiPorts.VOID) {
          assertThat(live.put(offset, requested)).isNull();
        }
      } else {
        int offset = live.floorKey(live.firstKey() + random.nextInt(bytes));
        heap.free(offset, live.remove(offset));
      }
      checkInvariants(heap, live, bytes & -32);
    }
    live.forEach(heap::free);
    assertThat(heap.allocated()).isZero();
  }

  private static void checkInvariants(BlockHeap heap, TreeMap<Integer, Integer> live, int bytes) {
    int next = 0;
    int taken = 0;
    for (int descriptor : heap.descriptors()) {
      Integer requested = live.get(0x2000 + next);
      if (Block.at(descriptor) != next
          || Block.isFree(descriptor) != (requested == null)
          || requested != null && requested > Block.size(descriptor)) {
        throw new AssertionError("at=0x%x descriptor=0x%x".formatted(next, descriptor));
      }
      taken += requested == null ? 0 : 1;
      next += Block.size(descriptor);
    }
    if (next != bytes || taken != live.size() || taken != heap.allocated()) {
      throw new AssertionError("next=%d taken=%d live=%s".formatted(next, taken, live));
    }
  }

  private static void free(BlockHeap heap, int... offsets) {
    for (int offset : offsets) {
      heap.free(offset, 1);
    }
  }

  private static String hex(BlockHeap heap) {
    return String.join(
        " ", Arrays.stream(heap.descriptors()).mapToObj(Integer::toHexString).toList());
  }

  private static int[] parse(String hex) {
    return Arrays.stream(hex.split(" ")).mapToInt(word -> Integer.parseInt(word, 16)).toArray();
  }
}
