package org.hgbench.hgsmi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hgbench.hgsmi.guest.HgsmiGuest;
import org.hgbench.hgsmi.guest.VramMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VramMapTest {
  @Test
  void thePartsLieOneBehindTheOtherAndFillVram() {
    VramMap map = new VramMap(0x100000, 2, 0x8000, 0x10000);
    assertThat(map.framebufferBytes()).isEqualTo(0xC8000);
    assertThat(map.ringOffset(0)).isEqualTo(0xC8000);
    assertThat(map.ringOffset(1)).isEqualTo(0xD8000);
    assertThat(map.hostHeapOffset()).isEqualTo(0xE8000);
    assertThat(map.guestHeapOffset()).isEqualTo(0xF0000);
    assertThat(map.guestHeapUsableBytes()).isEqualTo(0xFFF0);
    assertThat(map.hostFlagsOffset()).isEqualTo(0xFFFF0);
  }

  @Test
  void nothingNeedBeLeftForFramebuffers() {
    assertThat(new VramMap(0x30000, 1, 0x10000, 0x10000).framebufferBytes()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "0x2ffff, 1, 0x10000, 0x10000",
    "0x100000, -1, 0, 0x10000",
    "0x100000, 0, -1, 0x10000",
    "0x100000, 0, 0, 16",
    "0x100000, 0, 0, -1",
    "0x100000, 0x7fffffff, 0, 0x10000"
  })
  void whatDoesNotFitIsRefusedWithItsNumbers(
      String vramBytes, String screens, String hostHeapBytes, String guestHeapBytes) {
    long vram = Long.decode(vramBytes);
    int rings = Integer.decode(screens);
    long hostHeap = Long.decode(hostHeapBytes);
    long guestHeap = Long.decode(guestHeapBytes);
    assertThatThrownBy(() -> new VramMap(vram, rings, hostHeap, guestHeap))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "vram map: vramBytes=%d screens=%d hostHeapBytes=%d guestHeapBytes=%d"
                .formatted(vram, rings, hostHeap, guestHeap));
  }

  /// 16 bytes of host flags and the 24 of a header and a tail hold no byte of data.
  @Test
  void aGuestHeapThatHoldsNoBufferIsRefused() {
    try (VgaMachine machine = new VgaMachine()) {
      assertThatThrownBy(() -> HgsmiGuest.withPool(machine.vcpu(), machine.vram(), 40))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("guest heap: heapBytes=40 vramBytes=1048576");
    }
  }
}
