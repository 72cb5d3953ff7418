package org.hgbench.hgcm.wire.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.hgbench.hgcm.Hex;
import org.hgbench.machine.memory.GuestMemory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FolderStringTest {
  private static final Charset UTF_16 = StandardCharsets.UTF_16LE;

  private final GuestMemory memory = GuestMemory.allocate(4096);
  private final FolderString string = new FolderString(memory, 8);

  @Test
  void aTextOfUtf8HasATerminatorOfOneByte() {
    string.write("h\u00e9", StandardCharsets.UTF_8);
    assertThat(Hex.text(memory, 8, 8)).isEqualTo("04 00 03 00 68 c3 a9 00");
    assertThat(FolderString.size("h\u00e9", StandardCharsets.UTF_8)).isEqualTo(8);
    assertThat(string.read(8, StandardCharsets.UTF_8)).isEqualTo("h\u00e9");
    assertThat(string.read(7, StandardCharsets.UTF_8)).isNull();
  }

  @Test
  void aTextOfUtf16HasATerminatorOfTwoBytes() {
    string.write("h\u00e9", UTF_16);
    assertThat(Hex.text(memory, 8, 10)).isEqualTo("06 00 04 00 68 00 e9 00 00 00");
    assertThat(FolderString.size("h\u00e9", UTF_16)).isEqualTo(10);
    assertThat(string.read(10, UTF_16)).isEqualTo("h\u00e9");
    assertThat(string.read(9, UTF_16)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "half a unit,        06 00 03 00 68 00 e9 00 00 00",
    "half a terminator,  05 00 04 00 68 00 e9 00 00 00",
    "terminator not zero, 06 00 04 00 68 00 e9 00 00 01",
    "a lone surrogate,   06 00 04 00 68 00 00 d8 00 00",
    "a zero inside,      06 00 04 00 00 00 e9 00 00 00"
  })
  void aMalformedTextOfUtf16IsNone(String what, String bytes) {
    byte[] raw = Hex.bytes(bytes);
    memory.copyFrom(8, raw, 0, raw.length);
    assertThat(string.read(raw.length, UTF_16)).as(what).isNull();
  }
}
