package org.hgbench.results.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class PercentileCurveTest {
  @Test
  void stopsWhereFewerThanTenOperationsOfAForkLieBeyond() {
    PercentileCurve curve =
        PercentileCurve.of("x", Series.HGSMI, List.of(counting(1_000), counting(100_000)));

    assertThat(curve.points().getLast().nines()).isCloseTo(2, within(0.03));
  }

  @Test
  void hasTheMedianOfTheForksAtEachPercentile() {
    PercentileCurve curve =
        PercentileCurve.of(
            "x", Series.HGSMI, List.of(counting(100), counting(200), counting(9_000)));

    double nearMedian =
        curve.points().stream()
            .filter(point -> Math.abs(point.nines() - NinesAxis.nines(0.5)) < 0.0125)
            .findFirst()
            .orElseThrow()
            .value()
            .median();
    assertThat(nearMedian).isCloseTo(100, within(3.0));
  }

  @Test
  void isEmptyWithoutOperations() {
    assertThat(PercentileCurve.of("x", Series.HGSMI, List.of()).points()).isEmpty();
    assertThat(PercentileCurve.of("x", Series.HGSMI, List.of(new Histogram(3))).points()).isEmpty();
  }

  private static Histogram counting(int operations) {
    Histogram histogram = new Histogram(3);
    IntStream.rangeClosed(1, operations).forEach(histogram::recordValue);
    return histogram;
  }
}
