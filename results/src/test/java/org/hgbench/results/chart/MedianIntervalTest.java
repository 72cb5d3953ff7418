package org.hgbench.results.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MedianIntervalTest {
  // Coverage 1 - 2 pbinom(rank - 1, n, 0.5), as in any table of the sign test's interval.
  @ParameterizedTest
  @CsvSource({
    "1, 1, 0",
    "2, 1, 0.5",
    "5, 1, 0.9375",
    "6, 1, 0.96875",
    "9, 2, 0.9609375",
    "10, 2, 0.978515625",
    "12, 3, 0.96142578125",
    "24, 7, 0.97734415531"
  })
  void takesTheNarrowestPairOfForksThatCoversNinetyFivePercent(
      int forks, int rank, double coverage) {
    assertThat(MedianInterval.rank(forks)).isEqualTo(rank);
    assertThat(MedianInterval.coverage(forks, rank)).isCloseTo(coverage, within(1e-9));
    if (2 * (rank + 1) <= forks) {
      assertThat(MedianInterval.coverage(forks, rank + 1)).isLessThan(0.95);
    }
  }

  @Test
  void oneAbsurdForkMovesNothing() {
    double[] forks = {10, 11, 12, 13, 14, 15, 16, 17, 18, 1e9};

    assertThat(MedianInterval.of(forks))
        .isEqualTo(new MedianInterval(14.5, 11, 18, MedianInterval.coverage(10, 2)));
  }

  @Test
  void needsAValue() {
    assertThatThrownBy(MedianInterval::of).isInstanceOf(IllegalArgumentException.class);
  }
}
