package org.hgbench.harness.environment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CpuListTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ':',
      value = {"0-3,8:5", "7:1", "'':0", "(null):0"})
  void countsProcessors(String text, int count) {
    assertThat(CpuList.parse(text).orElseThrow().count()).isEqualTo(count);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "3-1", "1,,2", "-1"})
  void refusesWhatTheKernelDoesNotWrite(String text) {
    assertThat(CpuList.parse(text)).isEmpty();
  }

  @Test
  void knowsWhatItContains() {
    CpuList list = CpuList.parse("2-5").orElseThrow();

    assertThat(list.contains(CpuList.parse("3,5").orElseThrow())).isTrue();
    assertThat(list.contains(CpuList.parse("5-6").orElseThrow())).isFalse();
  }
}
