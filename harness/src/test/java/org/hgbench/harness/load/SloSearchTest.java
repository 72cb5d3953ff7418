package org.hgbench.harness.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleUnaryOperator;
import org.hgbench.harness.load.SloSearch.Attempt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SloSearchTest {
  private static final double CLOSED = 100_000;

  @ParameterizedTest
  @ValueSource(doubles = {2_000, 12_345, 49_000, 51_000, 80_000, 95_000})
  void findsTheHighestRateThatMeetsTheBound(double knee) {
    SloSearch<RuntimeException> search = search(rate -> rate <= knee ? 90 : 500);

    Double found = search.below(CLOSED);

    assertThat(found).isBetween(knee / SloSearch.RESOLUTION, knee);
    assertThat(search.attempts()).hasSizeLessThan(26);
  }

  @Test
  void oneDisturbedForkDoesNotDecide() {
    int[] count = {0};
    SloSearch<RuntimeException> search =
        new SloSearch<>(rate -> {
          boolean disturbed = count[0]++ % 5 == 0;
          return Attempt.judge(rate, rate <= 60_000 && !disturbed ? 90.0 : 500.0, 100, null);
        });

    assertThat(search.below(CLOSED)).isBetween(60_000 / SloSearch.RESOLUTION, 60_000.0);
  }

  @Test
  void saysSoWhereNoRateMeetsTheBound() {
    SloSearch<RuntimeException> search = search(rate -> 500);

    assertThat(search.below(CLOSED)).isNull();
    assertThat(search.attempts()).extracting(Attempt::fault).containsOnly("above the bound");
  }

  @Test
  void aRateThatIsMissedOrTooLowForAPercentileDoesNotMeetTheBound() {
    assertThat(Attempt.judge(10, 5.0, 100, "missed its rate").met()).isFalse();
    assertThat(Attempt.judge(10, null, 100, null).met()).isFalse();
    assertThat(Attempt.judge(10, 100.0, 100, null).met()).isTrue();
    assertThat(Attempt.judge(10, 100.1, 100, null).met()).isFalse();
  }

  private static SloSearch<RuntimeException> search(DoubleUnaryOperator p99) {
    return new SloSearch<>(rate -> Attempt.judge(rate, p99.applyAsDouble(rate), 100, null));
  }
}
