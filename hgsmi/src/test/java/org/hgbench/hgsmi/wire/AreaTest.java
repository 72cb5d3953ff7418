package org.hgbench.hgsmi.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hgbench.hgsmi.Vram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// An area in the middle of memory: offsets 0x1000 up to 0x2000 of 0x4000.
class AreaTest {
  private static final int CHANNEL = 7;
  private static final int FIRST = 0x1000;
  private static final int LAST = 0x2000 - HgsmiBuffer.OVERHEAD;

  private final Vram vram = new Vram(0x4000);
  private final Area area = new Area(vram.memory(), FIRST, 0x1000);
  private final ChannelTable channels = new ChannelTable();

  private String handled = "";

  @BeforeEach
  void register() {
    channels.register(
        CHANNEL,
        (command, memory, at, dataSize) -> {
          handled = "command=%d at=0x%x dataSize=%d".formatted(command, at, dataSize);
          return 5;
        });
  }

  @AfterEach
  void unmap() {
    vram.close();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 24, true",
    "0, 23, false",
    "0xffffffe7, 24, true",
    "0xffffffe8, 24, false",
    "1, 0xffffffff, false",
    "-1, 24, false"
  })
  void mustHoldTheSmallestBufferAndEndWithin32Bits(String first, String bytes, boolean possible) {
    assertThat(Area.isPossible(Long.decode(first), Long.decode(bytes))).isEqualTo(possible);
  }

  @Test
  void mustLieInMemory() {
    assertThatThrownBy(() -> new Area(vram.memory(), 0x3000, 0x1001))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("area: first=0x3000 bytes=4097");
  }

  @Test
  void handsAVerifiedBufferToItsChannel() {
    seal(FIRST, 100, CHANNEL);
    assertThat(area.process(FIRST, channels)).isEqualTo(5);
    assertThat(handled).isEqualTo("command=9 at=0x1010 dataSize=100");
  }

  @ParameterizedTest
  @ValueSource(ints = {FIRST - 1, LAST + 1, 0, 0x2000, -1, 0x80001000})
  void refusesOffsetsOutside(int offset) {
    seal(FIRST, 0, CHANNEL);
    assertThat(area.process(offset, channels)).isEqualTo(VboxStatus.INVALID_PARAMETER);
    assertThat(handled).isEmpty();
  }

  @Test
  void acceptsABufferThatEndsWithTheAreaAndNoneThatRunsPastIt() {
    seal(LAST - 40, 40, CHANNEL);
    assertThat(area.process(LAST - 40, channels)).isEqualTo(5);
    seal(LAST - 40, 41, CHANNEL);
    assertThat(area.process(LAST - 40, channels)).isEqualTo(VboxStatus.TOO_MUCH_DATA);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0xFFFFFFE8, 0x80000000})
  void refusesSizesThatWouldWrap(int dataSize) {
    seal(FIRST, 0, CHANNEL);
    vram.memory().u32(FIRST, dataSize);
    assertThat(area.process(FIRST, channels)).isEqualTo(VboxStatus.TOO_MUCH_DATA);
  }

  @Test
  void noticesEveryFlippedByteOfHeaderAndTail() {
    for (int i = 0; i < BufferHeader.SIZE + BufferTail.SIZE; i++) {
      seal(FIRST, 32, CHANNEL);
      long at = i < BufferHeader.SIZE ? FIRST + i : FIRST + 32 + i;
      // Only the low bits of the first byte: the size must stay inside to get as far as the hash.
      vram.memory().u8(at, vram.memory().u8(at) ^ 0x11);
      int status = area.process(FIRST, channels);
      assertThat(status)
          .as("byte %d", i)
          .isEqualTo(
              i == 1 || i == 2 || i == 3 ? VboxStatus.TOO_MUCH_DATA : VboxStatus.INVALID_STATE);
    }
    assertThat(handled).isEmpty();
  }

  @Test
  void doesNotVerifyACopyElsewhere() {
    seal(FIRST, 8, CHANNEL);
    vram.memory().copyTo(FIRST, vram.memory(), FIRST + 64, 32);
    assertThat(area.process(FIRST + 64, channels)).isEqualTo(VboxStatus.INVALID_STATE);
  }

  @Test
  void refusesAChannelWithoutHandler() {
    seal(FIRST, 8, 0xFF);
    assertThat(area.process(FIRST, channels)).isEqualTo(VboxStatus.INVALID_FUNCTION);
  }

  @Test
  void usesTheVerifiedSizeWhateverTheSenderWritesAfterwards() {
    channels.register(
        8,
        (command, memory, at, dataSize) -> {
          memory.u32(at - BufferHeader.SIZE, 4000);
          return dataSize;
        });
    seal(FIRST, 100, 8);
    assertThat(area.process(FIRST, channels)).isEqualTo(100);
  }

  private void seal(int offset, int dataSize, int channel) {
    HgsmiBuffer.seal(vram.memory(), offset, BufferHeader.single(dataSize, channel, 9));
  }
}
