package org.hgbench.hgsmi.wire;

import static java.lang.foreign.MemoryLayout.PathElement.groupElement;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemoryLayout;
import org.hgbench.hgsmi.Vram;
import org.junit.jupiter.api.Test;

class VbvaRingTest {
  /// `VBVABUFFER`, packed.
  private static final MemoryLayout C =
      MemoryLayout.structLayout(
          JAVA_INT.withName("u32HostEvents"),
          JAVA_INT.withName("u32SupportedOrders"),
          JAVA_INT.withName("off32Data"),
          JAVA_INT.withName("off32Free"),
          MemoryLayout.sequenceLayout(64, JAVA_INT).withName("aRecords"),
          JAVA_INT.withName("indexRecordFirst"),
          JAVA_INT.withName("indexRecordFree"),
          JAVA_INT.withName("cbPartialWriteThreshold"),
          JAVA_INT.withName("cbData"),
          MemoryLayout.sequenceLayout(1, JAVA_BYTE).withName("au8Data"));

  @Test
  void isLaidOutAsInC() {
    assertThat(offset("u32HostEvents")).isEqualTo(VbvaRing.HOST_EVENTS);
    assertThat(offset("u32SupportedOrders")).isEqualTo(VbvaRing.SUPPORTED_ORDERS);
    assertThat(offset("off32Data")).isEqualTo(VbvaRing.DATA_OFFSET);
    assertThat(offset("off32Free")).isEqualTo(VbvaRing.FREE_OFFSET);
    assertThat(offset("aRecords")).isEqualTo(VbvaRing.RECORD_WORDS);
    assertThat(offset("indexRecordFirst")).isEqualTo(VbvaRing.FIRST_RECORD);
    assertThat(offset("indexRecordFree")).isEqualTo(VbvaRing.FREE_RECORD);
    assertThat(offset("cbPartialWriteThreshold")).isEqualTo(VbvaRing.THRESHOLD);
    assertThat(offset("cbData")).isEqualTo(VbvaRing.DATA_SIZE);
    assertThat(offset("au8Data")).isEqualTo(VbvaRing.HEADER_SIZE);
  }

  @Test
  void writesEachFieldInItsPlace() {
    try (Vram vram = new Vram(4096)) {
      VbvaRing ring = new VbvaRing(vram.memory(), 32);
      ring.initialize(0x0D, 0x0C);
      ring.hostEvents(1);
      ring.supportedOrders(2);
      ring.dataOffset(3);
      ring.freeOffset(4);
      ring.record(0, 5);
      ring.record(63, 6);
      ring.firstRecord(7);
      ring.freeRecord(8);
      assertThat(Vram.read(vram.memory(), 32, 24))
          .isEqualTo("01 00 00 00 02 00 00 00 03 00 00 00 04 00 00 00 05 00 00 00 00 00 00 00");
      assertThat(Vram.read(vram.memory(), 32 + 268, 24))
          .isEqualTo("06 00 00 00 07 00 00 00 08 00 00 00 0c 00 00 00 0d 00 00 00 00 00 00 00");
    }
  }

  @Test
  void wrapsItsRecordsAround() {
    assertThat(VbvaRing.next(62)).isEqualTo(63);
    assertThat(VbvaRing.next(63)).isZero();
  }

  private static long offset(String field) {
    return C.byteOffset(groupElement(field));
  }
}
