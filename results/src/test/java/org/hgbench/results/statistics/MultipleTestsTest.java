package org.hgbench.results.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// Reference values: R 4.2.2.
class MultipleTestsTest {
  private static final Offset<Double> EXACT = within(1e-12);
  private static final double[] P = {0.01, 0.04, 0.03, 0.005, 0.2, 0.03};

  /// `p.adjust(c(0.01,0.04,0.03,0.005,0.2,0.03), "holm")`
  @Test
  void holmAgreesWithR() {
    assertThat(MultipleTests.holm(P))
        .containsExactly(new double[] {0.05, 0.12, 0.12, 0.03, 0.2, 0.12}, EXACT);
  }

  /// `p.adjust(c(0.01,0.04,0.03,0.005,0.2,0.03), "BH")`
  @Test
  void benjaminiHochbergAgreesWithR() {
    assertThat(MultipleTests.benjaminiHochberg(P))
        .containsExactly(new double[] {0.03, 0.048, 0.045, 0.03, 0.2, 0.045}, EXACT);
  }

  @Test
  void leavesASingleTestAlone() {
    assertThat(MultipleTests.holm(0.03)).containsExactly(0.03);
    assertThat(MultipleTests.benjaminiHochberg(0.03)).containsExactly(0.03);
    assertThat(MultipleTests.holm()).isEmpty();
  }
}
