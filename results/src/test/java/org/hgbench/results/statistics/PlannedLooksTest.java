package org.hgbench.results.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlannedLooksTest {
  /// SciPy 1.17.1: each boundary solved with `brentq` so that
  /// `multivariate_normal(cov=sqrt(t_i/t_j)).cdf(z, lower_limit=-z)` is 1 - alpha spent so far,
  /// with `4 - 4 * norm.cdf(norm.ppf(1 - alpha / 4) / sqrt(t))`; SciPy integrates three looks to
  /// about 1e-6.
  @Test
  void agreesWithSciPy() {
    PlannedLooks looks = PlannedLooks.of(0.05, 12, 18, 24);

    assertThat(looks.levels().get(0)).isCloseTo(0.0030506455, within(1e-9));
    assertThat(looks.levels().get(1)).isCloseTo(0.0183233814, within(1e-6));
    assertThat(looks.levels().get(2)).isCloseTo(0.0440007492, within(5e-6));
  }

  @Test
  void spendsAllOfAlphaAtASingleLook() {
    assertThat(PlannedLooks.of(0.05, 24).levels()).hasSize(1);
    assertThat(PlannedLooks.of(0.05, 24).levels().getFirst()).isCloseTo(0.05, within(1e-9));
  }

  @Test
  void keepsFalseAlarmsOfTheExactTestBelowAlpha() {
    PlannedLooks looks = PlannedLooks.of(0.05, 12, 18, 24);
    Random random = new Random(111);
    int alarms = 0;
    int trials = 4000;
    for (int trial = 0; trial < trials; trial++) {
      double[] differences = random.doubles(24).map(u -> u - 0.5).toArray();
      boolean alarm = false;
      for (int look = 0; look < 3; look++) {
        double[] seen = Arrays.copyOf(differences, looks.blocks().get(look));
        alarm |= SignedRank.of(seen).pValue() <= looks.levels().get(look);
      }
      alarms += alarm ? 1 : 0;
    }

    assertThat(ClopperPearson.of(alarms, trials, 0.99).low()).isLessThan(0.05);
    assertThat(ClopperPearson.of(alarms, trials, 0.99).high()).isGreaterThan(0.04);
  }

  @Test
  void refusesLooksOutOfOrder() {
    assertThatThrownBy(() -> PlannedLooks.of(0.05, 12, 12))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> PlannedLooks.of(0.05)).isInstanceOf(IllegalArgumentException.class);
  }
}
