package org.hgbench.results.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
  @ParameterizedTest
  @CsvSource({
    "0.3127, 0.313 ns",
    "4.98, 4.98 ns",
    "41.26, 41.3 ns",
    "412.6, 413 ns",
    "999.4, 999 ns",
    "999.7, 1.00 µs",
    "2000, 2 µs",
    "4978, 4.98 µs",
    "12500, 12.5 µs",
    "12345678, 12.3 ms",
    "7200000000000, '7,200 s'"
  })
  void writesADurationToThreeDigitsWithTheUnitThatFits(double nanos, String text) {
    assertThat(Figures.nanos(nanos)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0, 0 B", "64, 64 B", "1536, 1.50 KiB", "65536, 64 KiB", "1048576, 1 MiB"})
  void writesSizesInPowersOf1024(long bytes, String text) {
    assertThat(Figures.bytes(bytes)).isEqualTo(text);
  }

  @Test
  void writesRatesSharesAndMultiples() {
    assertThat(Figures.bandwidth(3.118e9)).isEqualTo("3.12 GB/s");
    assertThat(Figures.rate(187_412)).isEqualTo("187 k/s");
    assertThat(Figures.rate(412)).isEqualTo("412/s");
    assertThat(Figures.multiple(4.2149)).isEqualTo("4.21×");
    assertThat(Figures.percent(0.1234)).isEqualTo("12 %");
    assertThat(Figures.percent(0.0123)).isEqualTo("1.2 %");
  }
}
