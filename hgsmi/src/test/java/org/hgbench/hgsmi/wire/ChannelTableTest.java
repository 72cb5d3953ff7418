package org.hgbench.hgsmi.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChannelTableTest {
  private static final ChannelHandler HANDLER = (command, memory, at, dataSize) -> 0;

  private final ChannelTable channels = new ChannelTable();

  @Test
  void refusesDynamicChannels() {
    assertThat(channels.register(0x1F, HANDLER)).isEqualTo(VboxStatus.SUCCESS);
    for (int channel : new int[] {-1, 0x20, 0xFF, 0x100}) {
      assertThat(channels.register(channel, HANDLER)).isEqualTo(VboxStatus.INVALID_PARAMETER);
    }
  }

  @Test
  void registersAChannelOnce() {
    assertThat(channels.register(2, HANDLER)).isEqualTo(VboxStatus.SUCCESS);
    assertThat(channels.register(2, (command, memory, at, dataSize) -> 1))
        .isEqualTo(VboxStatus.ALREADY_EXISTS);
    assertThat(channels.handler(2)).isSameAs(HANDLER);
    assertThat(channels.handler(0xFF)).isNull();
  }
}
