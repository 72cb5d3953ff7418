package org.hgbench.hgcm.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hgbench.machine.memory.GuestMemory;
import org.junit.jupiter.api.Test;

class ConnectRequestTest {
  private final GuestMemory memory = GuestMemory.allocate(4096);
  private final ConnectRequest request = new ConnectRequest(memory, 0);

  @Test
  void aNameLeavesRoomForItsTerminator() {
    String longest = "n".repeat(127);
    request.write(ConnectRequest.LOCALHOST, longest);
    assertThat(request.service()).isEqualTo(longest);
    assertThatThrownBy(() -> request.write(ConnectRequest.LOCALHOST, longest + "n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("service name: bytes=128");
    // Bytes count, not characters.
    assertThatThrownBy(() -> request.write(ConnectRequest.LOCALHOST, "\u00e4".repeat(64)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(request.service()).isEqualTo(longest);
  }
}
