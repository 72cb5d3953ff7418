package org.hgbench.results.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SampleSizeTest {
  /// R 4.2.2: `(qnorm(.975) + qnorm(.8))^2 * .05^2 / (.955 * .03^2)` is 22.83.
  @Test
  void countsTheBlocksThatFindAnEffect() {
    assertThat(SampleSize.toFind(0.03, 0.05, 0.05)).isEqualTo(23);
  }

  @Test
  void neverAsksForFewerBlocksThanTheTestNeedsToReject() {
    assertThat(SampleSize.toFind(0.03, 0, 0.05)).isEqualTo(6);
    assertThat(SampleSize.toFind(0.03, 0.001, 0.05 / 24)).isEqualTo(10);
    assertThat(SampleSize.pairsToReach(0.01 / 24)).isEqualTo(13);
  }

  @Test
  void knowsWhatUnpairedForksCanReach() {
    assertThat(SampleSize.samplesToReach(0.05)).isEqualTo(4);
    assertThat(RankSum.smallestP(7, 7)).isLessThan(0.0006).isGreaterThan(0.0005);
    assertThat(SignedRank.smallestP(10)).isEqualTo(2.0 / 1024);
  }
}
