package org.hgbench.harness.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TargetResultTest {
  private static final List<String> NAMES = List.of("subject", "control");

  @Test
  void meetsARateWhoseIntervalReachesTheBound() {
    assertThat(result(Bound.rateAtLeast(1), 10, 10.1).isMet()).isTrue();
    assertThat(result(Bound.rateAtLeast(0.9), 10, 9.2).isMet()).isTrue();
    assertThat(result(Bound.rateAtLeast(0.95), 10, 9.2).isMet()).isFalse();
  }

  @Test
  void meetsATimeWhoseIntervalReachesTheBound() {
    assertThat(result(Bound.timeAtMost(1.2), 11.5, 10).isMet()).isTrue();
    assertThat(result(Bound.timeAtMost(1.1), 11.5, 10).isMet()).isFalse();
  }

  @Test
  void estimatesTheRatioOfPairsThoughBothDrift() {
    TargetResult result = result(Bound.rateAtLeast(1), 20, 10);

    assertThat(result.ratio(1)).isCloseTo(0.5, within(0.01));
    assertThat(result.interval(1).low()).isGreaterThan(0.49);
    assertThat(result.interval(1).high()).isLessThan(0.51);
  }

  @Test
  void saysWhatWasMeasured() {
    assertThat(result(Bound.timeAtMost(1.5), 20, 10).text())
        .startsWith("some-target: missed\n  a statement\n  time <= 1.50; measured 2.0")
        .contains("subject", "control", " ns");
  }

  /// Two forks of 30 rounds on a machine that becomes three times as slow meanwhile; the pairs
  /// differ by up to 2 %.
  private static TargetResult result(Bound bound, double subject, double control) {
    List<List<double[]>> forks = new ArrayList<>();
    for (int fork = 0; fork < 2; fork++) {
      List<double[]> rounds = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        double drift = 1 + (fork * 30 + i) / 30.0;
        double noise = 1 + (i * 7 % 30 - 14.5) / 750;
        rounds.add(new double[] {subject * drift * noise, control * drift});
      }
      forks.add(rounds);
    }
    return new TargetResult(
        new Target("some-target", "a statement", bound, List::of), NAMES, forks);
  }
}
