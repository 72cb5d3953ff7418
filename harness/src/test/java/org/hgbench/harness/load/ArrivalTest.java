package org.hgbench.harness.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArrivalTest {
  @ParameterizedTest
  @EnumSource
  void keepsItsRateAndNeverGoesBack(Arrival arrival) {
    long[] due = times(arrival, 2_000, 7, 100_000);

    assertThat(due).isSorted();
    assertThat(due[due.length - 1]).isCloseTo(50_000_000_000L, Percentage.withPercentage(1));
  }

  @Test
  void fixedTimesAreEquallyFarApart() {
    assertThat(times(Arrival.FIXED, 1_000_000, 1, 4)).containsExactly(0, 1_000, 2_000, 3_000);
  }

  @Test
  void poissonGapsAreExponentialAndRepeatable() {
    long[] due = times(Arrival.POISSON, 1_000, 3, 100_000);
    long longGaps =
        LongStream.range(1, due.length)
            .filter(i -> due[(int) i] - due[(int) i - 1] > 1_000_000)
            .count();

    // Of exponential gaps 1/e are longer than their mean.
    assertThat(longGaps / (double) due.length).isCloseTo(1 / Math.E, within(0.01));
    assertThat(times(Arrival.POISSON, 1_000, 3, 100))
        .isEqualTo(times(Arrival.POISSON, 1_000, 3, 100));
    assertThat(times(Arrival.POISSON, 1_000, 4, 100))
        .isNotEqualTo(times(Arrival.POISSON, 1_000, 3, 100));
  }

  @Test
  void burstsAreDueAtOnce() {
    long[] due = times(Arrival.BURST, 1_000, 1, 2 * Arrival.BURST_SIZE);

    assertThat(LongStream.of(due).distinct().toArray()).containsExactly(0, 16_000_000);
  }

  @Test
  void namesWhatThereIsForANameThatThereIsNot() {
    assertThat(Arrival.of("poisson")).isEqualTo(Arrival.POISSON);
    assertThatThrownBy(() -> Arrival.of("uniform"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no arrival 'uniform'; there are fixed, poisson, burst");
  }

  private static long[] times(Arrival arrival, double perSecond, long seed, int count) {
    Schedule schedule = arrival.schedule(perSecond, seed);
    return LongStream.generate(schedule::next).limit(count).toArray();
  }
}
