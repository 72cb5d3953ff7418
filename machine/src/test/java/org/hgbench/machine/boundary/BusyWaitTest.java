package org.hgbench.machine.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BusyWaitTest {
  /// The best of many rounds, since a round may be disturbed but none can be too short. The bounds
  /// are wide: processors change their frequency between calibration and use.
  @ParameterizedTest
  @ValueSource(ints = {500, 2_000, 10_000, 200_000})
  void spendsAboutTheTimeItWasAskedTo(int nanos) {
    BusyWait wait = new BusyWait(nanos);
    int waits = Math.max(1, 200_000 / nanos);
    long chain = 1;
    long best = Long.MAX_VALUE;
    for (int round = 0; round < 200; round++) {
      long start = System.nanoTime();
      for (int i = 0; i < waits; i++) {
        chain = wait.spend(chain);
      }
      best = Math.min(best, System.nanoTime() - start);
    }

    assertThat(chain).isNotEqualTo(1);
    assertThat((double) best / waits / nanos).isBetween(0.6, 1.6);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, -1e9})
  void spendsNothingForNothing(double nanos) {
    assertThat(new BusyWait(nanos).spend(42)).isEqualTo(42);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.001, 0.5, 1})
  void takesAtLeastOneStepForTheLeastTime(double nanos) {
    assertThat(new BusyWait(nanos).spend(42)).isNotEqualTo(42);
  }
}
