package org.hgbench.hgsmi.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.hgbench.hgsmi.Vram;
import org.junit.jupiter.api.Test;

class HgsmiBufferTest {
  @Test
  void sealsTheGoldenBytesOfAQuery() {
    try (Vram vram = new Vram(16 << 20)) {
      Vram.write(vram.memory(), 0x00FF0010, "ff ff ff ff ff ff ff ff");
      HgsmiBuffer.seal(vram.memory(), 0x00FF0000, BufferHeader.single(8, Channel.VBVA, 1));
      assertThat(Vram.read(vram.memory(), 0x00FF0000, 32))
          .isEqualTo(
              "08 00 00 00 00 02 01 00 00 00 00 00 00 00 00 00 "
                  + "ff ff ff ff ff ff ff ff 00 00 00 00 6e 76 28 82");
    }
  }
}
