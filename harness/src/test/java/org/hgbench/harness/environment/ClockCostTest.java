package org.hgbench.harness.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ClockCostTest {
  @Test
  void findsTheStepOfAClockThatIsFinerThanItsCost() {
    assertThat(ClockCost.step(new long[] {100, 120, 150, 180, 200, 230})).isEqualTo(10);
  }

  @Test
  void findsTheStepOfAClockThatIsCoarserThanItsCost() {
    long[] readings = LongStream.range(0, 1_000).map(i -> i / 7 * 1_000 + i / 70).toArray();

    assertThat(ClockCost.step(readings)).isEqualTo(1_000);
  }

  @Test
  void measuresThisClock() {
    ClockCost cost = ClockCost.measure();

    assertThat(cost.nanos()).isBetween(0.5, 100_000.0);
    assertThat(cost.stepNanos()).isBetween(1.0, 20_000_000.0);
  }
}
