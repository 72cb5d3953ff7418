package org.hgbench.results.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/// Reference values: SciPy 1.17.1.
class DistributionShapeTest {
  private static final double[] QUANTILES = {0.5, 0.9, 0.99};

  /// `stats.wasserstein_distance([.1,.5,.9,2.], [.2,.4,1.5], [3,1,4,2], [10,5,7])` and, with equal
  /// weights, `stats.wasserstein_distance([2.,.1,.9,.5], [.2,.4,1.5])`
  @Test
  void wassersteinAgreesWithSciPy() {
    double[] first = {0.1, 0.5, 0.9, 2.0};
    double[] second = {0.2, 0.4, 1.5};

    assertThat(Wasserstein.distance(first, new long[] {3, 1, 4, 2}, second, new long[] {10, 5, 7}))
        .isCloseTo(0.38272727272727275, within(1e-12));
    assertThat(
            Wasserstein.distance(
                new double[] {2.0, 0.1, 0.9, 0.5},
                new long[] {1, 1, 1, 1},
                second,
                new long[] {1, 1, 1}))
        .isCloseTo(0.325, within(1e-12));
  }

  @Test
  void wassersteinOfAShiftedDistributionIsTheShift() {
    double[] values = {1, 2, 5, 9};
    double[] shifted = {1.25, 2.25, 5.25, 9.25};
    long[] counts = {100, 50, 3, 1};

    assertThat(Wasserstein.distance(values, counts, shifted, counts))
        .isCloseTo(0.25, within(1e-12));
    assertThat(Wasserstein.distance(values, counts, values, counts)).isZero();
  }

  @Test
  void wassersteinRefusesAnEmptyHistogram() {
    double[] value = {1};
    assertThatThrownBy(() -> Wasserstein.distance(value, new long[] {0}, value, new long[] {1}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /// `stats.theilslopes([1.,2.5,2.,4.5,5.,30.]).slope`,
  /// `stats.theilslopes([3,1,4,1,5,9,2,6.5]).slope`
  @Test
  void theilSenAgreesWithSciPy() {
    assertThat(TheilSen.slope(1, 2.5, 2, 4.5, 5, 30)).isCloseTo(1.5, within(1e-12));
    assertThat(TheilSen.slope(3, 1, 4, 1, 5, 9, 2, 6.5)).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void shiftFunctionShowsATailThatGrewAlone() {
    Random random = new Random(41);
    double[][] first = forks(random, 0);
    double[][] second = forks(random, 0.5);

    QuantileCurve curve = QuantileCurve.shift(QUANTILES, first, second, false, 1);

    assertThat(curve.points().get(0).band().contains(0)).isTrue();
    assertThat(curve.points().get(2).value()).isCloseTo(0.5, within(0.1));
    assertThat(curve.points().get(2).band().low()).isGreaterThan(0);
  }

  @Test
  void pairedShiftIsFreeOfWhatMovesBothSides() {
    Random random = new Random(42);
    double[][] first = forks(random, 0);
    double[][] second = new double[first.length][];
    for (int i = 0; i < first.length; i++) {
      double mood = 3 * random.nextGaussian();
      for (int q = 0; q < QUANTILES.length; q++) {
        first[i][q] += mood;
      }
      second[i] = first[i].clone();
      second[i][1] += 0.1;
    }

    QuantileCurve curve = QuantileCurve.shift(QUANTILES, first, second, true, 1);

    assertThat(curve.points().get(1).value()).isCloseTo(0.1, within(1e-9));
    assertThat(curve.points().get(1).band().high()).isCloseTo(0.1, within(1e-9));
  }

  @Test
  void bandsRepeatWithTheirSeed() {
    double[][] forks = forks(new Random(43), 0);

    assertThat(QuantileCurve.around(QUANTILES, forks, 5))
        .isEqualTo(QuantileCurve.around(QUANTILES, forks, 5));
  }

  @Test
  void curveRefusesForksThatDoNotFitTogether() {
    assertThatThrownBy(() -> QuantileCurve.around(QUANTILES, new double[][] {{1, 2}}, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> QuantileCurve.shift(QUANTILES, new double[1][3], new double[2][3], true, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static double[][] forks(Random random, double tail) {
    double[][] forks = new double[12][];
    for (int i = 0; i < forks.length; i++) {
      double level = 0.02 * random.nextGaussian();
      forks[i] = new double[] {7 + level, 8 + level, 9 + tail + level};
    }
    return forks;
  }
}
