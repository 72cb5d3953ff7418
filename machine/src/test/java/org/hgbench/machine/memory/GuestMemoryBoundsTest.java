package org.hgbench.machine.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Nothing outside a window is ever read or written: canaries lie at both ends, and a second region
/// behind the first.
class GuestMemoryBoundsTest {
  private static final int WINDOW = 4096;
  private static final byte CANARY = (byte) 0xC5;

  private final MachineMemory machine =
      MachineMemory.create(
          List.of(
              new MemoryRegion(MemoryRegion.RAM, 0, 3 * WINDOW),
              new MemoryRegion("vga/0/vram", 1 << 20, 3 * WINDOW)));
  private final GuestMemory around = machine.ram();
  private final GuestMemory window = around.window(WINDOW, WINDOW);
  private final GuestMemory other = machine.window("vga/0/vram");

  /// One access of `bytes` bytes at a position.
  record Access(String name, int bytes, Action action) {
    @Override
    public String toString() {
      return name;
    }
  }

  interface Action {
    void at(GuestMemory memory, long position);
  }

  static Stream<Access> accesses() {
    byte[] array = new byte[64];
    Map<String, Access> table = new LinkedHashMap<>();
    put(table, "u8", 1, GuestMemory::u8);
    put(table, "u16", 2, GuestMemory::u16);
    put(table, "u32", 4, GuestMemory::u32);
    put(table, "u32AsLong", 4, GuestMemory::u32AsLong);
    put(table, "u64", 8, GuestMemory::u64);
    put(table, "u32Acquire", 4, GuestMemory::u32Acquire);
    put(table, "u8 write", 1, (m, at) -> m.u8(at, 1));
    put(table, "u16 write", 2, (m, at) -> m.u16(at, 1));
    put(table, "u32 write", 4, (m, at) -> m.u32(at, 1));
    put(table, "u64 write", 8, (m, at) -> m.u64(at, 1));
    put(table, "u32Release", 4, (m, at) -> m.u32Release(at, 1));
    put(table, "u32CompareAndSet", 4, (m, at) -> m.u32CompareAndSet(at, 0xC5C5C5C5, 1));
    put(table, "u32Or", 4, (m, at) -> m.u32Or(at, 2));
    put(table, "u32And", 4, (m, at) -> m.u32And(at, 2));
    put(table, "copyTo array", 64, (m, at) -> m.copyTo(at, array, 0, 64));
    put(table, "copyFrom array", 64, (m, at) -> m.copyFrom(at, array, 0, 64));
    put(table, "copyTo memory", 64, (m, at) -> m.copyTo(at, m, 0, 64));
    put(table, "copyTo from memory", 64, (m, at) -> m.copyTo(0, m, at, 64));
    put(table, "clear", 64, (m, at) -> m.clear(at, 64));
    put(table, "fill", 64, (m, at) -> m.fill(at, 64, (byte) 1));
    put(table, "sum", 64, (m, at) -> m.sum(at, 64));
    put(table, "fillWords", 64, (m, at) -> m.fillWords(at, 64, 1));
    put(table, "window", 64, (m, at) -> m.window(at, 64));
    return table.values().stream();
  }

  private static void put(Map<String, Access> table, String name, int bytes, Action action) {
    table.put(name, new Access(name, bytes, action));
  }

  @BeforeEach
  void layCanaries() {
    around.fill(0, around.bytes(), CANARY);
    other.fill(0, other.bytes(), CANARY);
  }

  @AfterEach
  void unmap() {
    machine.close();
  }

  @ParameterizedTest
  @MethodSource("accesses")
  void refusesWhatLeavesTheWindowAndTouchesNothing(Access access) {
    long distance = other.processAddress() - window.processAddress();
    LongStream.of(
            -1,
            -access.bytes(),
            -WINDOW,
            WINDOW - access.bytes() + 1,
            WINDOW,
            2L * WINDOW,
            distance,
            -distance,
            1L << 32,
            (1L << 32) - 1,
            Integer.MIN_VALUE,
            Long.MAX_VALUE,
            Long.MAX_VALUE - access.bytes() + 1,
            Long.MAX_VALUE - window.processAddress(),
            Long.MIN_VALUE,
            -window.processAddress())
        .forEach(at ->
            assertThatThrownBy(() -> access.action().at(window, at))
                .as("%s at 0x%x", access, at)
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessageStartingWith("outside guest memory: at=0x")
                .hasMessageEndingWith("bytes=4096"));
    assertCanaries(around, 0, around.bytes());
    assertCanaries(other, 0, other.bytes());
  }

  @ParameterizedTest
  @MethodSource("accesses")
  void reachesTheFirstAndTheLastPositionAndNoFurther(Access access) {
    access.action().at(window, 0);
    access.action().at(window, WINDOW - access.bytes());

    assertCanaries(around, 0, WINDOW);
    assertCanaries(around, 2 * WINDOW, WINDOW);
    assertCanaries(other, 0, other.bytes());
  }

  @Test
  void refusesLengthsThatANumberMayHave() {
    LongStream.of(-1, WINDOW + 1, 1L << 32, Long.MAX_VALUE, Long.MIN_VALUE)
        .forEach(length -> {
          assertOutside(() -> window.clear(0, length));
          assertOutside(() -> window.sum(0, length));
          assertOutside(() -> window.fillWords(0, length, 1));
          assertOutside(() -> window.copyTo(0, window, 0, length));
          assertOutside(() -> window.window(0, length));
        });
    byte[] array = new byte[WINDOW + 1];
    assertOutside(() -> window.copyTo(0, array, 0, WINDOW + 1));
    assertOutside(() -> window.copyFrom(0, array, 0, WINDOW + 1));
    assertOutside(() -> window.copyFrom(0, array, 0, -1));
    assertCanaries(around, 0, around.bytes());
  }

  @Test
  void refusesWhatLeavesTheArray() {
    byte[] array = new byte[16];

    assertOutside(() -> window.copyTo(0, array, 8, 9));
    assertOutside(() -> window.copyTo(0, array, -1, 4));
    assertOutside(() -> window.copyFrom(0, array, Integer.MAX_VALUE, 1));
    assertThat(array).containsOnly(0);
    assertCanaries(around, 0, around.bytes());
  }

  @Test
  void acceptsAnEmptyRangeAtTheEnd() {
    window.clear(WINDOW, 0);
    window.copyTo(WINDOW, new byte[0], 0, 0);
    window.copyTo(WINDOW, other, other.bytes(), 0);

    assertThat(window.sum(WINDOW, 0)).isZero();
    assertThat(window.fillWords(WINDOW, 0, -1)).isZero();
    assertThat(window.window(WINDOW, 0).bytes()).isZero();
    assertCanaries(around, 0, around.bytes());
  }

  private static void assertOutside(org.assertj.core.api.ThrowableAssert.ThrowingCallable access) {
    assertThatThrownBy(access).isInstanceOf(IndexOutOfBoundsException.class);
  }

  private static void assertCanaries(GuestMemory memory, long at, long length) {
    byte[] bytes = new byte[(int) length];
    memory.copyTo(at, bytes, 0, bytes.length);
    assertThat(bytes).containsOnly(CANARY);
  }
}
