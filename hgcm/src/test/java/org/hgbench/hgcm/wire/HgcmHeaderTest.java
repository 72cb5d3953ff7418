package org.hgbench.hgcm.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.hgbench.machine.memory.GuestMemory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HgcmHeaderTest {
  private final GuestMemory memory = GuestMemory.allocate(4096);

  /// A guest may put its request anywhere, and an atomic access needs alignment.
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void finishingKeepsWhatTheGuestHasSetMeanwhile(int at) {
    HgcmHeader header = new HgcmHeader(memory, at);
    header.rewind();
    memory.u32(at + HgcmHeader.FLAGS, HgcmHeader.CANCELLED);
    assertThat(header.isDone()).isFalse();
    HgcmHeader.finishInPlace(memory, at, Status.CANCELLED);
    assertThat(header.flags()).isEqualTo(HgcmHeader.CANCELLED | HgcmHeader.DONE);
    assertThat(header.isDone()).isTrue();
    assertThat(header.result()).isEqualTo(Status.CANCELLED);
  }
}
