package org.hgbench.results.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.PValueMethod;
import org.apache.commons.statistics.inference.WilcoxonSignedRankTest;
import org.junit.jupiter.api.Test;

/// Reference values: R 4.2.2 where a command begins with `wilcox.test`, SciPy 1.17.1 otherwise.
class SignedRankTest {
  private static final double EXACT = 1e-9;

  private static final double[] TEN = {
    0.031, -0.012, 0.045, 0.022, 0.008, -0.003, 0.051, 0.017, 0.029, 0.038
  };

  private static final double[] TWENTY_FOUR = {
    0.02006, 0.03494, 0.00629, -0.02453, -0.00273, -0.02958, 0.02301, 0.08701, -0.00461, -0.01102,
    0.04449, 0.03784, 0.02527, -0.02652, 0.01854, 0.05477, -0.04721, -0.00288, -0.07506, -0.04448,
    -0.07209, 0.00825, -0.04337, 0.03356
  };

  /// `wilcox.test(TEN, exact=TRUE, conf.int=TRUE, conf.level=...)[c("statistic", "p.value",
  /// "conf.int", "estimate")]`
  @Test
  void agreesWithRWithoutTies() {
    SignedRank shift = SignedRank.of(TEN);

    assertThat(shift.statistic()).isEqualTo(51);
    assertThat(shift.largestStatistic()).isEqualTo(55);
    assertThat(shift.pValue()).isCloseTo(0.013671875, within(EXACT));
    assertThat(shift.estimate()).isCloseTo(0.023, within(EXACT));
    assertInterval(shift.interval(0.05), 0.008, 0.038);
    assertInterval(shift.interval(0.01), -0.002, 0.0445);
    assertInterval(shift.interval(0.10), 0.0095, 0.0365);
  }

  /// The same command on TWENTY_FOUR.
  @Test
  void agreesWithROnTwoDozenPairs() {
    SignedRank shift = SignedRank.of(TWENTY_FOUR);

    assertThat(shift.statistic()).isEqualTo(153);
    assertThat(shift.pValue()).isCloseTo(0.94410717487335249, within(EXACT));
    assertThat(shift.estimate()).isCloseTo(7.0000000000000053e-04, within(EXACT));
    assertInterval(shift.interval(0.05), -0.01756, 0.0199);
    assertInterval(shift.interval(0.01), -0.02453, 0.02508);
  }

  /// `stats.wilcoxon([1,-1,2,2,-3,4,4,5,-2,6], method=stats.PermutationMethod(n_resamples=2**20))`
  @Test
  void agreesWithSciPyOnTiedDistances() {
    SignedRank shift = SignedRank.of(1, -1, 2, 2, -3, 4, 4, 5, -2, 6);

    assertThat(shift.statistic()).isEqualTo(55 - 11.5);
    assertThat(shift.pValue()).isCloseTo(0.119140625, within(EXACT));
  }

  /// `stats.wilcoxon([0,0,1,-1,2,3,3,4,5,-2], zero_method='pratt',
  /// method=stats.PermutationMethod(n_resamples=2**20))`
  @Test
  void agreesWithSciPyOnDifferencesOfZero() {
    assertThat(SignedRank.of(0, 0, 1, -1, 2, 3, 3, 4, 5, -2).pValue())
        .isCloseTo(0.1015625, within(EXACT));
  }

  @Test
  void agreesWithCommonsStatisticsWithoutTies() {
    Random random = new Random(11);
    WilcoxonSignedRankTest exact =
        WilcoxonSignedRankTest.withDefaults()
            .with(AlternativeHypothesis.TWO_SIDED)
            .with(PValueMethod.EXACT);
    for (int round = 0; round < 200; round++) {
      double[] d = random.doubles(1 + random.nextInt(30), -1, 1.5).toArray();

      assertThat(SignedRank.of(d).pValue()).isCloseTo(exact.test(d).getPValue(), within(EXACT));
    }
  }

  @Test
  void agreesWithEveryAssignmentOfSigns() {
    Random random = new Random(12);
    for (int round = 0; round < 300; round++) {
      double[] d = random.ints(1 + random.nextInt(9), -4, 5).asDoubleStream().toArray();

      assertThat(SignedRank.of(d).pValue())
          .as(Arrays.toString(d))
          .isCloseTo(pOfAllSigns(d), within(EXACT));
    }
  }

  @Test
  void intervalHoldsZeroExactlyWhenTheTestDoesNotReject() {
    Random random = new Random(13);
    int rejected = 0;
    for (int round = 0; round < 3000; round++) {
      boolean coarse = round % 2 == 0;
      double centre = random.nextDouble(-2, 2);
      double[] d =
          random
              .doubles(2 + random.nextInt(11), -3 + centre, 3 + centre)
              .map(value -> coarse ? Math.rint(value) : value)
              .toArray();
      double alpha = random.nextBoolean() ? 0.05 : 0.2;
      SignedRank shift = SignedRank.of(d);
      Interval interval = shift.interval(alpha);

      boolean zeroInside = interval.low() < 0 && 0 < interval.high();
      if (shift.pValue() <= alpha) {
        rejected++;
        assertThat(zeroInside).as("%s at %s", Arrays.toString(d), alpha).isFalse();
      } else {
        assertThat(interval.contains(0)).as("%s at %s", Arrays.toString(d), alpha).isTrue();
      }
      assertThat(interval.contains(shift.estimate())).isTrue();
    }
    assertThat(rejected).isGreaterThan(500);
  }

  @Test
  void intervalOfTiedDataHoldsTheShiftsThatNoAssignmentOfSignsRejects() {
    double[] tied = {1, 2, 2, 3, 5, 7, 7, 8, 9, 11};
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    // Candidates are multiples of one half, so quarters lie in the gaps between them.
    for (double shift = -0.25; shift < 13; shift += 0.5) {
      double moved = shift;
      if (pOfAllSigns(Arrays.stream(tied).map(d -> d - moved).toArray()) > 0.05) {
        low = Math.min(low, shift - 0.25);
        high = Math.max(high, shift + 0.25);
      }
    }

    assertInterval(SignedRank.of(tied).interval(0.05), low, high);
  }

  @Test
  void boundsNothingWithFewerPairsThanTheLevelNeeds() {
    SignedRank shift = SignedRank.of(1, 2, 3, 4, 5);

    assertThat(shift.smallestP()).isEqualTo(0.0625);
    assertThat(shift.pValue()).isEqualTo(0.0625);
    assertThat(shift.intervalRank(0.05)).isZero();
    assertThat(shift.interval(0.05)).isEqualTo(Interval.UNBOUNDED);
  }

  @Test
  void findsNoShiftBetweenEqualSides() {
    SignedRank shift = SignedRank.of(0, 0, 0, 0, 0, 0, 0, 0);

    assertThat(shift.pValue()).isEqualTo(1);
    assertThat(shift.interval(0.05).contains(0)).isTrue();
  }

  @Test
  void oneAbsurdForkMovesNothing() {
    double[] d = TEN.clone();
    d[6] = 11;

    assertThat(SignedRank.of(d).pValue()).isEqualTo(SignedRank.of(TEN).pValue());
    assertThat(SignedRank.of(d).estimate()).isCloseTo(0.023, within(0.002));
  }

  @Test
  void refusesWhatIsNotANumber() {
    assertThatThrownBy(() -> SignedRank.of(1, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("NaN");
    assertThatThrownBy(SignedRank::of).isInstanceOf(IllegalArgumentException.class);
  }

  private static double pOfAllSigns(double[] d) {
    int[] ranks = MidRanks.doubled(Arrays.stream(d).map(Math::abs).toArray());
    int observed = 0;
    for (int i = 0; i < d.length; i++) {
      observed += d[i] > 0 ? ranks[i] : 0;
    }
    int low = 0;
    int high = 0;
    for (int signs = 0; signs < 1 << d.length; signs++) {
      int sum = 0;
      for (int i = 0; i < d.length; i++) {
        sum += d[i] != 0 && (signs >> i & 1) == 1 ? ranks[i] : 0;
      }
      low += sum <= observed ? 1 : 0;
      high += sum >= observed ? 1 : 0;
    }
    return Math.min(1, 2 * Math.min(low, high) / (double) (1 << d.length));
  }

  private static void assertInterval(Interval interval, double low, double high) {
    assertThat(interval.low()).isCloseTo(low, within(EXACT));
    assertThat(interval.high()).isCloseTo(high, within(EXACT));
  }
}
