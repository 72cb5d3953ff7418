package org.hgbench.machine.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GuestMemoryTest {
  private final MachineMemory machine =
      MachineMemory.create(List.of(new MemoryRegion(MemoryRegion.RAM, 0, 1 << 16)));
  private final GuestMemory memory = machine.ram();

  @AfterEach
  void unmap() {
    machine.close();
  }

  @Test
  void isZeroAtFirst() {
    assertThat(memory.bytes()).isEqualTo(1 << 16);
    assertThat(memory.sum(0, memory.bytes())).isZero();
  }

  @Test
  void writesEveryWidthWithItsLowByteFirst() {
    memory.u8(0, 0xFFFFFF01);
    memory.u16(1, 0xFFFF0302);
    memory.u32(3, 0x07060504);
    memory.u64(7, 0x0F0E0D0C0B0A0908L);
    memory.u32Release(16, 0x13121110);

    assertThat(bytes(0, 20)).isEqualTo("0102030405060708090a0b0c0d0e0f0010111213");
  }

  @Test
  void readsEveryWidthFromItsLowByteAndExtendsTheNarrowOnesWithZeroes() {
    memory.copyFrom(0, HexFormat.of().parseHex("f1f2f3f4f5f6f7f8"), 0, 8);

    assertThat(memory.u8(0)).isEqualTo(0xF1);
    assertThat(memory.u16(0)).isEqualTo(0xF2F1);
    assertThat(memory.u32(0)).isEqualTo(0xF4F3F2F1);
    assertThat(memory.u32Acquire(4)).isEqualTo(0xF8F7F6F5);
    assertThat(memory.u32AsLong(0)).isEqualTo(0xF4F3F2F1L);
    assertThat(memory.u64(0)).isEqualTo(0xF8F7F6F5F4F3F2F1L);
  }

  @Test
  void readsAndWritesAtOddPositions() {
    for (int at = 0; at < 130; at++) {
      memory.u64(at, 0x1122334455667788L + at);
      assertThat(memory.u64(at)).isEqualTo(0x1122334455667788L + at);
      memory.u32Release(at, 0x55AA00FF + at);
      assertThat(memory.u32Acquire(at)).isEqualTo(0x55AA00FF + at);
      memory.u16(at, at);
      assertThat(memory.u16(at)).isEqualTo(at);
    }
  }

  @Test
  void comparesAndSetsOnlyWhatIsExpected() {
    memory.u32(8, 5);

    assertThat(memory.u32CompareAndSet(8, 4, 9)).isFalse();
    assertThat(memory.u32(8)).isEqualTo(5);
    assertThat(memory.u32CompareAndSet(8, 5, 9)).isTrue();
    assertThat(memory.u32(8)).isEqualTo(9);
  }

  @Test
  void orsAndAndsReturnWhatWasThereBefore() {
    memory.u32(8, 0x0F);

    assertThat(memory.u32Or(8, 0x80000000)).isEqualTo(0x0F);
    assertThat(memory.u32And(8, ~0x03)).isEqualTo(0x8000000F);
    assertThat(memory.u32(8)).isEqualTo(0x8000000C);
  }

  @Test
  void refusesAtomicAccessAtAMisalignedPosition() {
    GuestMemory odd = memory.window(2, 64);

    assertThatThrownBy(() -> memory.u32CompareAndSet(6, 0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("misaligned atomic: at=0x6");
    assertThatThrownBy(() -> memory.u32Or(5, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> odd.u32And(4, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThat(odd.u32Or(2, 1)).isZero();
  }

  @Test
  void aWindowSharesTheBytesOfTheMemoryItWasCutFrom() {
    GuestMemory window = memory.window(0x100, 0x20);
    window.u32(0x1C, 77);

    assertThat(window.bytes()).isEqualTo(0x20);
    assertThat(window.processAddress()).isEqualTo(memory.processAddress() + 0x100);
    assertThat(memory.u32(0x11C)).isEqualTo(77);
    assertThat(window.window(0x1C, 4).u32(0)).isEqualTo(77);
  }

  @Test
  void containsAnswersForNumbersThatAGuestMayInvent() {
    assertThat(memory.contains(0, 1 << 16)).isTrue();
    assertThat(memory.contains(1 << 16, 0)).isTrue();
    assertThat(memory.contains(1, 1 << 16)).isFalse();
    assertThat(memory.contains(-1, 2)).isFalse();
    assertThat(memory.contains(0, -1)).isFalse();
    assertThat(memory.contains(Long.MAX_VALUE, 1)).isFalse();
    assertThat(memory.contains(Long.MAX_VALUE, Long.MAX_VALUE)).isFalse();
    assertThat(memory.contains(Long.MIN_VALUE, Long.MIN_VALUE)).isFalse();
    assertThat(memory.contains(0, Long.MAX_VALUE)).isFalse();
  }

  private String bytes(long at, int length) {
    byte[] copy = new byte[length];
    memory.copyTo(at, copy, 0, length);
    return HexFormat.of().formatHex(copy);
  }
}
