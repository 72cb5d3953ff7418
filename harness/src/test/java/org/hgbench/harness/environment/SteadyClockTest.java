package org.hgbench.harness.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class SteadyClockTest {
  @Test
  void keepsTheOrderWhenTheTimeOfDayIsSetBack() {
    OffsetDateTime noon = OffsetDateTime.parse("2026-11-24T12:00:00.5Z");
    Iterator<OffsetDateTime> wall = List.of(noon, noon.minusHours(1), noon.plusDays(1)).iterator();
    Iterator<Long> nanos = List.of(70L, 70L, 1_999_999L + 70, 2_000_000L + 70).iterator();
    SteadyClock clock = new SteadyClock(wall::next, nanos::next);

    assertThat(List.of(clock.time(), clock.time(), clock.time()))
        .containsExactly(noon, noon.plusNanos(1_999_999), noon.plusNanos(2_000_000));
  }
}
