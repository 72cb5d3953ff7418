package org.hgbench.hgsmi.wire;

import static java.lang.foreign.MemoryLayout.PathElement.groupElement;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemoryLayout;
import org.hgbench.hgsmi.Vram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BufferHeaderTest {
  /// `HGSMIBUFFERHEADER`, packed; the union as its eight bytes.
  private static final MemoryLayout C =
      MemoryLayout.structLayout(
          JAVA_INT_UNALIGNED.withName("u32DataSize"),
          JAVA_BYTE.withName("u8Flags"),
          JAVA_BYTE.withName("u8Channel"),
          JAVA_SHORT_UNALIGNED.withName("u16ChannelInfo"),
          JAVA_LONG_UNALIGNED.withName("u"));

  private final Vram vram = new Vram(4096);

  @AfterEach
  void unmap() {
    vram.close();
  }

  @Test
  void isLaidOutAsInC() {
    assertThat(C.byteSize()).isEqualTo(BufferHeader.SIZE);
    assertThat(offset("u32DataSize")).isEqualTo(BufferHeader.DATA_SIZE);
    assertThat(offset("u8Flags")).isEqualTo(BufferHeader.FLAGS);
    assertThat(offset("u8Channel")).isEqualTo(BufferHeader.CHANNEL);
    assertThat(offset("u16ChannelInfo")).isEqualTo(BufferHeader.CHANNEL_INFO);
    assertThat(offset("u")).isEqualTo(BufferHeader.SEQUENCE);
  }

  @Test
  void writesTheGoldenBytesOfASequencePart() {
    BufferHeader.part(SequenceKind.END, 1000, 5, 0x1234, 1, 3096).write(vram.memory(), 3);
    assertThat(Vram.read(vram.memory(), 3, BufferHeader.SIZE))
        .isEqualTo("e8 03 00 00 03 05 34 12 01 00 00 00 18 0c 00 00");
  }

  @Test
  void readsBackWhatItWrote() {
    BufferHeader header = new BufferHeader(0xFFFFFFE8, 0xFE, 0xFF, 0xFFFF, 0x8877665544332211L);
    header.write(vram.memory(), 64);
    assertThat(BufferHeader.read(vram.memory(), 64)).isEqualTo(header);
    assertThat(header.kind()).isEqualTo(SequenceKind.CONTINUE);
  }

  @Test
  void keepsEveryFieldInItsPlace() {
    Vram.write(vram.memory(), 0, "04 03 02 01 05 06 08 07 10 0f 0e 0d 0c 0b 0a 09");
    assertThat(BufferHeader.read(vram.memory(), 0))
        .isEqualTo(new BufferHeader(0x01020304, 5, 6, 0x0708, 0x090a0b0c0d0e0f10L));
  }

  private static long offset(String field) {
    return C.byteOffset(groupElement(field));
  }
}
