package org.hgbench.machine.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemoryRegionTest {
  @ParameterizedTest
  @CsvSource({
    "-4096, 4096",
    "1, 4096",
    "0, 0",
    "0, -4096",
    "0, 4097",
    "9223372036854771712, 4096",
    "4096, 9223372036854771712"
  })
  void refusesWhatCannotBeMapped(long address, long bytes) {
    assertThatThrownBy(() -> new MemoryRegion("x", address, bytes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("region x: address=0x");
  }

  @Test
  void overlapsOnlyWhereAnAddressIsShared() {
    MemoryRegion region = new MemoryRegion("a", 0x4000, 0x2000);

    assertThat(region.overlaps(new MemoryRegion("b", 0x2000, 0x2000))).isFalse();
    assertThat(region.overlaps(new MemoryRegion("b", 0x2000, 0x3000))).isTrue();
    assertThat(region.overlaps(new MemoryRegion("b", 0x5000, 0x1000))).isTrue();
    assertThat(region.overlaps(new MemoryRegion("b", 0x6000, 0x1000))).isFalse();
  }
}
