package org.hgbench.results.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuantileSupportTest {
  @Test
  void reportsAQuantileThatTenOperationsLieBeyond() {
    assertThat(QuantileSupport.mayReport(0.99, 1000)).isTrue();
    assertThat(QuantileSupport.mayReport(0.99, 999)).isFalse();
    assertThat(QuantileSupport.mayReport(0.999, 10_000)).isTrue();
    assertThat(QuantileSupport.mayReport(0.999, 9_999)).isFalse();
  }

  @Test
  void gatesOnAQuantileThatFiftyOperationsLieBeyond() {
    assertThat(QuantileSupport.mayGate(0.99, 5000)).isTrue();
    assertThat(QuantileSupport.mayGate(0.99, 4999)).isFalse();
  }
}
