package org.hgbench.results.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.hgbench.results.statistics.ChangePoints.ChangePoint;
import org.junit.jupiter.api.Test;

class ChangePointsTest {
  private static final double ALPHA = 0.05;

  @Test
  void findsAStepAndItsSize() {
    double[] series = noise(new Random(91), 40, 0.01);
    shift(series, 25, 40, 0.05);

    assertThat(ChangePoints.of(series, ALPHA, 1))
        .singleElement()
        .satisfies(point -> {
          assertThat(point.at()).isEqualTo(25);
          assertThat(point.shift()).isCloseTo(0.05, within(0.01));
          assertThat(point.pValue()).isEqualTo(1 / 500.0);
        });
  }

  @Test
  void findsAChangeThatWasTakenBack() {
    double[] series = noise(new Random(92), 60, 0.01);
    shift(series, 20, 35, 0.06);

    assertThat(ChangePoints.of(series, ALPHA, 1))
        .extracting(ChangePoint::at)
        .containsExactly(20, 35);
  }

  @Test
  void findsASlowDriftThatEachNeighbourLetsPass() {
    double[] series = noise(new Random(93), 40, 0.01);
    for (int i = 0; i < series.length; i++) {
      series[i] += 0.002 * i;
    }

    assertThat(ChangePoints.of(series, ALPHA, 1)).isNotEmpty().allMatch(point -> point.shift() > 0);
  }

  @Test
  void findsNothingInNoiseMoreOftenThanAlpha() {
    Random random = new Random(94);
    int alarms = 0;
    int trials = 100;
    for (int trial = 0; trial < trials; trial++) {
      alarms += ChangePoints.of(noise(random, 15, 1), ALPHA, trial).isEmpty() ? 0 : 1;
    }

    assertThat(ClopperPearson.of(alarms, trials, 0.95).low()).isLessThan(ALPHA);
  }

  /// The definition, written out: every pair of values, every place and every end.
  @Test
  void agreesWithTheDefinition() {
    Random random = new Random(95);
    for (int round = 0; round < 50; round++) {
      double[] series = noise(random, 4 + random.nextInt(12), 1);
      double most = Double.NEGATIVE_INFINITY;
      int where = -1;
      for (int at = 2; at <= series.length - 2; at++) {
        for (int end = at + 2; end <= series.length; end++) {
          double difference = energy(series, at, end);
          if (difference > most) {
            most = difference;
            where = at;
          }
        }
      }

      ChangePoints.Split split = ChangePoints.bestOf(series, 0, series.length).orElseThrow();

      assertThat(split.at()).isEqualTo(where);
      assertThat(split.difference()).isCloseTo(most, within(1e-9));
    }
  }

  @Test
  void saysNothingOfAShortSeries() {
    assertThat(ChangePoints.of(new double[0], ALPHA, 1)).isEmpty();
    assertThat(ChangePoints.of(new double[] {1, 9, 1}, ALPHA, 1)).isEmpty();
    assertThatThrownBy(() -> ChangePoints.of(new double[] {1, 2, 3, Double.NaN}, ALPHA, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void repeatsWithItsSeed() {
    double[] series = noise(new Random(96), 30, 1);
    shift(series, 14, 30, 1.2);

    assertThat(ChangePoints.of(series, 0.5, 7)).isEqualTo(ChangePoints.of(series, 0.5, 7));
  }

  private static double energy(double[] series, int at, int end) {
    double between = 0;
    double first = 0;
    double second = 0;
    for (int i = 0; i < end; i++) {
      for (int j = i + 1; j < end; j++) {
        double distance = Math.abs(series[i] - series[j]);
        if (j < at) {
          first += distance;
        } else if (i >= at) {
          second += distance;
        } else {
          between += distance;
        }
      }
    }
    double n = at;
    double m = end - at;
    double energy = 2 / (n * m) * between - first / (n * (n - 1) / 2) - second / (m * (m - 1) / 2);
    return n * m / (n + m) * energy;
  }

  private static double[] noise(Random random, int size, double spread) {
    return IntStream.range(0, size).mapToDouble(i -> spread * random.nextGaussian()).toArray();
  }

  private static void shift(double[] series, int from, int to, double by) {
    for (int i = from; i < to; i++) {
      series[i] += by;
    }
  }
}
