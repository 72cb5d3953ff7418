package org.hgbench.results.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.apache.commons.statistics.inference.PValueMethod;
import org.junit.jupiter.api.Test;

/// Reference values: R 4.2.2 where a command begins with `wilcox.test`, SciPy 1.17.1 otherwise.
class RankSumTest {
  private static final double EXACT = 1e-9;

  private static final double[] NINE = {1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30};
  private static final double[] TEN = {
    0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.061, 3.14, 1.29001, 0.7
  };

  private static final double[] TWELVE = {
    0.00784, -0.00935, -0.12584, -0.02693, -0.00243, 0.00567, -0.07651, -0.02389, -0.04893,
    -0.04044, 0.05304, -0.04038
  };
  private static final double[] FOURTEEN = {
    0.02837, 0.07422, 0.00082, 0.02441, 0.03552, 0.03319, -0.03125, 0.03381, 0.09794, -0.04736,
    0.07297, 0.03597, -0.00207, 0.13002
  };

  /// `wilcox.test(TEN, NINE, exact=TRUE, conf.int=TRUE, conf.level=...)[c("statistic", "p.value",
  /// "conf.int", "estimate")]`
  @Test
  void agreesWithRWithoutTies() {
    RankSum shift = RankSum.of(NINE, TEN);

    assertThat(shift.statistic()).isEqualTo(24);
    assertThat(shift.largestStatistic()).isEqualTo(90);
    assertThat(shift.pValue()).isCloseTo(0.09471952196410402, within(EXACT));
    assertThat(shift.estimate()).isCloseTo(-0.6095, within(EXACT));
    assertInterval(shift.interval(0.05), -1.18, 0.17);
    assertInterval(shift.interval(0.01), -1.419, 0.56);
    assertInterval(shift.interval(0.10), -1.022, -0.00999);
  }

  /// The same command on FOURTEEN and TWELVE.
  @Test
  void agreesWithROnLargerSets() {
    RankSum shift = RankSum.of(TWELVE, FOURTEEN);

    assertThat(shift.statistic()).isEqualTo(140);
    assertThat(shift.pValue()).isCloseTo(3.0543504146950105e-03, within(EXACT));
    assertThat(shift.estimate()).isCloseTo(0.06043, within(EXACT));
    assertInterval(shift.interval(0.05), 0.02535, 0.0999);
    assertInterval(shift.interval(0.01), 0.01017, 0.11341);
  }

  /// `stats.mannwhitneyu([2,4,5,5,6,7], [1,2,2,3,4,4,5],
  /// method=stats.PermutationMethod(n_resamples=10**7))`
  @Test
  void agreesWithSciPyOnTies() {
    RankSum shift = RankSum.of(new double[] {1, 2, 2, 3, 4, 4, 5}, new double[] {2, 4, 5, 5, 6, 7});

    assertThat(shift.statistic()).isEqualTo(34);
    assertThat(shift.pValue()).isCloseTo(0.07575757575757576, within(EXACT));
  }

  @Test
  void agreesWithCommonsStatisticsWithoutTies() {
    Random random = new Random(21);
    MannWhitneyUTest exact =
        MannWhitneyUTest.withDefaults()
            .with(AlternativeHypothesis.TWO_SIDED)
            .with(PValueMethod.EXACT);
    for (int round = 0; round < 200; round++) {
      double[] x = random.doubles(1 + random.nextInt(15)).toArray();
      double[] y = random.doubles(1 + random.nextInt(15), 0.2, 1.2).toArray();

      assertThat(RankSum.of(x, y).pValue()).isCloseTo(exact.test(x, y).getPValue(), within(EXACT));
    }
  }

  @Test
  void agreesWithEveryDivisionOfTheValues() {
    Random random = new Random(22);
    for (int round = 0; round < 200; round++) {
      double[] x = random.ints(1 + random.nextInt(5), 0, 5).asDoubleStream().toArray();
      double[] y = random.ints(1 + random.nextInt(5), 0, 6).asDoubleStream().toArray();

      assertThat(RankSum.of(x, y).pValue())
          .as("%s and %s", Arrays.toString(x), Arrays.toString(y))
          .isCloseTo(pOfAllDivisions(x, y), within(EXACT));
    }
  }

  @Test
  void intervalHoldsZeroExactlyWhenTheTestDoesNotReject() {
    Random random = new Random(23);
    int rejected = 0;
    for (int round = 0; round < 2000; round++) {
      boolean coarse = round % 2 == 0;
      double centre = random.nextDouble(-3, 3);
      double[] x = draw(random, 2 + random.nextInt(7), 0, coarse);
      double[] y = draw(random, 2 + random.nextInt(7), centre, coarse);
      double alpha = random.nextBoolean() ? 0.05 : 0.2;
      RankSum shift = RankSum.of(x, y);
      Interval interval = shift.interval(alpha);

      String data = "%s and %s at %s".formatted(Arrays.toString(x), Arrays.toString(y), alpha);
      if (shift.pValue() <= alpha) {
        rejected++;
        assertThat(interval.low() < 0 && 0 < interval.high()).as(data).isFalse();
      } else {
        assertThat(interval.contains(0)).as(data).isTrue();
      }
      assertThat(interval.contains(shift.estimate())).as(data).isTrue();
    }
    assertThat(rejected).isGreaterThan(300);
  }

  @Test
  void givesAPValueWhenTheSetsSeparateCompletely() {
    RankSum shift = RankSum.of(new double[] {1, 2, 3, 4, 5}, new double[] {6, 7, 8, 9, 10});

    assertThat(shift.pValue()).isCloseTo(2 / 252.0, within(EXACT));
    assertThat(shift.smallestP()).isCloseTo(2 / 252.0, within(EXACT));
  }

  private static double[] draw(Random random, int size, double centre, boolean coarse) {
    return random
        .doubles(size, centre - 3, centre + 3)
        .map(value -> coarse ? Math.rint(value) : value)
        .toArray();
  }

  private static double pOfAllDivisions(double[] x, double[] y) {
    double[] all = Arrays.copyOf(y, y.length + x.length);
    System.arraycopy(x, 0, all, y.length, x.length);
    int[] ranks = MidRanks.doubled(all);
    int observed = Arrays.stream(ranks).limit(y.length).sum();
    int low = 0;
    int high = 0;
    int divisions = 0;
    for (int chosen = 0; chosen < 1 << all.length; chosen++) {
      if (Integer.bitCount(chosen) != y.length) {
        continue;
      }
      int sum = 0;
      for (int i = 0; i < all.length; i++) {
        sum += (chosen >> i & 1) * ranks[i];
      }
      divisions++;
      low += sum <= observed ? 1 : 0;
      high += sum >= observed ? 1 : 0;
    }
    return Math.min(1, 2.0 * Math.min(low, high) / divisions);
  }

  private static void assertInterval(Interval interval, double low, double high) {
    assertThat(interval.low()).isCloseTo(low, within(EXACT));
    assertThat(interval.high()).isCloseTo(high, within(EXACT));
  }
}
