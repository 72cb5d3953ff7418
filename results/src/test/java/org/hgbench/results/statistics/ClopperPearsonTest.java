package org.hgbench.results.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/// Reference values: R 4.2.2, `binom.test(3, 24)$conf.int`, `binom.test(0, 12)$conf.int`,
/// `binom.test(12, 12, conf.level=.99)$conf.int`.
class ClopperPearsonTest {
  @Test
  void agreesWithR() {
    assertLimits(ClopperPearson.of(3, 24, 0.95), 0.026559314986248958, 0.323611358188833020);
    assertLimits(ClopperPearson.of(0, 12, 0.95), 0, 0.26464846939705111);
    assertLimits(ClopperPearson.of(12, 12, 0.99), 0.64305408341757209, 1);
  }

  @Test
  void refusesMoreSuccessesThanTrials() {
    assertThatThrownBy(() -> ClopperPearson.of(3, 2, 0.95))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("successes=3");
  }

  private static void assertLimits(Interval interval, double low, double high) {
    assertThat(interval.low()).isCloseTo(low, within(1e-9));
    assertThat(interval.high()).isCloseTo(high, within(1e-9));
  }
}
