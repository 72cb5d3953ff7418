package org.hgbench.results.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// With ties an interval is the test, turned round: it holds what a test made anew for that shift
/// accepts, and nothing beyond its ends is accepted.
class TiedIntervalTest {
  private static final double ALPHA = 0.05;

  /// Less than the distance of any two candidates.
  private static final double BESIDE = 1e-3;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void ofTwoSets(long seed) {
    Random random = new Random(seed);
    double[] first = whole(random, 9, 0);
    double[] second = whole(random, 8, 2);

    agrees(
        RankSum.of(first, second),
        shift -> RankSum.of(first, Arrays.stream(second).map(y -> y - shift).toArray()));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void ofPairs(long seed) {
    double[] differences = whole(new Random(seed), 11, 1);

    agrees(
        SignedRank.of(differences),
        shift -> SignedRank.of(Arrays.stream(differences).map(d -> d - shift).toArray()));
  }

  private static void agrees(Shift tied, DoubleFunction<Shift> shifted) {
    Interval interval = tied.interval(ALPHA);

    assertThat(interval.low()).isFinite().isLessThan(interval.high());
    assertThat(shifted.apply(interval.low() + BESIDE).pValue()).isGreaterThan(ALPHA);
    assertThat(shifted.apply(interval.high() - BESIDE).pValue()).isGreaterThan(ALPHA);
    for (double beyond = BESIDE; beyond < 4; beyond += 0.25) {
      assertThat(shifted.apply(interval.low() - beyond).pValue()).isLessThanOrEqualTo(ALPHA);
      assertThat(shifted.apply(interval.high() + beyond).pValue()).isLessThanOrEqualTo(ALPHA);
    }
  }

  /// Few whole numbers, so that many are equal, and two that stand alone.
  private static double[] whole(Random random, int count, int level) {
    double[] values = random.ints(count, level, level + 4).asDoubleStream().toArray();
    values[0] += 0.5;
    values[1] -= 2.25;
    return values;
  }
}
