package org.hgbench.hgsmi.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.hgbench.hgsmi.Vram;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChecksumTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "all zero,            00000000, 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00, 0, 00000000",
    "QUERY_CONF32,        00FF0000, 08 00 00 00 00 02 01 00 00 00 00 00 00 00 00 00, 0, 8228766E",
    "HOST_FLAGS_LOCATION, 00FF0000, 08 00 00 00 00 01 00 00 00 00 00 00 00 00 00 00, 0, 32D52E83",
    "VBVA_FLUSH,          00FF0020, 04 00 00 00 00 02 05 00 00 00 00 00 00 00 00 00, 0, A13B19FE",
    "VBVA_ENABLE,         00FF0000, 10 00 00 00 00 02 07 00 00 00 00 00 00 00 00 00, 0, 4CF49FBC",
    "INFO_SCREEN,         007F0000, 20 00 00 00 00 02 06 00 00 00 00 00 00 00 00 00, 0, EBD0B9C1",
    "host command,        00FE0000, 10 00 00 00 00 02 02 00 00 00 00 00 00 00 00 00, 0, 53C3DB08",
    "sequence start,      00001000, e8 03 00 00 01 05 34 12 01 00 00 00 00 10 00 00, 0, C871B468",
    "sequence continued,  00002000, e8 03 00 00 02 05 34 12 01 00 00 00 e8 03 00 00, 0, 3ACAB901",
    "sequence end,        00003000, e8 03 00 00 03 05 34 12 01 00 00 00 18 0c 00 00, 0, E00E38BA",
    "last of 256 MiB,     0FFFFFE8, 00 00 00 00 00 ff ff ff 00 00 00 00 00 00 00 00, 0, 3E998E45",
    "reserved not zero,   00FF0020, 04 00 00 00 00 02 05 00 00 00 00 00 00 00 00 00, DEADBEEF,"
        + " E5C6AE3C",
  })
  void agreesWithTheTestVectors(
      String name, String offset, String header, String reserved, String checksum) {
    try (Vram vram = new Vram(4096)) {
      Vram.write(vram.memory(), 0, header);
      int sum = Checksum.of(number(offset), BufferHeader.read(vram.memory(), 0), number(reserved));
      assertThat(sum).isEqualTo(number(checksum));
    }
  }

  private static int number(String hex) {
    return Integer.parseUnsignedInt(hex, 16);
  }
}
