package org.hgbench.hgcm.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.hgbench.hgcm.Hex;
import org.hgbench.machine.memory.GuestMemory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuestInfo2Test {
  private final GuestMemory memory = GuestMemory.allocate(4096);
  private final GuestInfo2 info = new GuestInfo2(memory, 0);

  @ParameterizedTest
  @CsvSource({
    "7, 0, 14, 7.0.14 hgbench, true",
    "7, 0, 14, 7.0.14, true",
    "7, 0, 1, 7.0.14, true",
    "3, 0, 0, 3.0.0, true",
    "7, 0, -1, 7.0.4294967295, true",
    "2, 9, 9, 2.9.9, false",
    "7, 0, 14, 7.0.1, false",
    "7, 0, 14, 7.1.14, false",
    "7, 0, 14, 6.0.14, false",
    "7, 0, 14, '', false"
  })
  void aReportIsPlausibleIfItsNameBeginsWithItsVersion(
      int major, int minor, int build, String name, boolean plausible) {
    info.write(major, minor, build, 5, 0, name);
    assertThat(info.isPlausible()).isEqualTo(plausible);
  }

  @Test
  void aLongNameIsCutAndTerminated() {
    memory.fill(0, 4096, (byte) 0xAA);
    info.write(7, 0, 14, 5, 0, "7.0.14 " + "x".repeat(200));
    assertThat(Hex.text(memory, 40 + 126, 3)).isEqualTo("78 00 aa");
  }
}
