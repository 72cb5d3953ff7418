package org.hgbench.results.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// Reference values: R 4.2.2, `quantile(d, c(.1, .25, .95), type=7)`, `mad(d)`, `median(d)`.
class SampleTest {
  private static final Offset<Double> EXACT = within(1e-12);
  private static final double[] D = {
    0.031, -0.012, 0.045, 0.022, 0.008, -0.003, 0.051, 0.017, 0.029, 0.038
  };

  @Test
  void agreesWithR() {
    assertThat(Sample.quantile(0.1, D)).isCloseTo(-0.0039, EXACT);
    assertThat(Sample.quantile(0.25, D)).isCloseTo(0.01025, EXACT);
    assertThat(Sample.quantile(0.95, D)).isCloseTo(0.0483, EXACT);
    assertThat(Sample.spread(D)).isCloseTo(0.022239, EXACT);
    assertThat(Sample.median(D)).isCloseTo(0.0255, EXACT);
  }

  @Test
  void takesASingleValueForWhatItIs() {
    assertThat(Sample.median(7)).isEqualTo(7);
    assertThat(Sample.quantile(0.99, 7)).isEqualTo(7);
    assertThat(Sample.spread(7)).isZero();
  }

  @Test
  void refusesToMakeUpAValue() {
    assertThatThrownBy(Sample::median).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Sample.quantile(0.5, 1, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
