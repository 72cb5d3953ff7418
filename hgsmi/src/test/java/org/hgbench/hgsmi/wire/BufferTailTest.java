package org.hgbench.hgsmi.wire;

import static java.lang.foreign.MemoryLayout.PathElement.groupElement;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemoryLayout;
import org.hgbench.hgsmi.Vram;
import org.junit.jupiter.api.Test;

class BufferTailTest {
  /// `HGSMIBUFFERTAIL`, packed.
  private static final MemoryLayout C =
      MemoryLayout.structLayout(
          JAVA_INT_UNALIGNED.withName("u32Reserved"), JAVA_INT_UNALIGNED.withName("u32Checksum"));

  @Test
  void isLaidOutAsInC() {
    assertThat(C.byteSize()).isEqualTo(BufferTail.SIZE);
    assertThat(C.byteOffset(groupElement("u32Reserved"))).isEqualTo(BufferTail.RESERVED);
    assertThat(C.byteOffset(groupElement("u32Checksum"))).isEqualTo(BufferTail.CHECKSUM);
  }

  @Test
  void writesTheGoldenBytesAndReadsThemBack() {
    try (Vram vram = new Vram(4096)) {
      BufferTail tail = new BufferTail(0xDEADBEEF, 0xE5C6AE3C);
      tail.write(vram.memory(), 5);
      assertThat(Vram.read(vram.memory(), 5, BufferTail.SIZE)).isEqualTo("ef be ad de 3c ae c6 e5");
      assertThat(BufferTail.read(vram.memory(), 5)).isEqualTo(tail);
    }
  }
}
