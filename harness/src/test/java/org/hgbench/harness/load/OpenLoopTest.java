package org.hgbench.harness.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.LongSupplier;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class OpenLoopTest {
  private static final long SECOND = 1_000_000_000L;
  private static final long MICROS = 1_000;

  private final Histogram response = new Histogram(3);
  private final Histogram service = new Histogram(3);
  private final FakeClock clock = new FakeClock();
  private final OpenLoop loop = new OpenLoop(clock, response, service);

  @Test
  void aSlowOperationCountsForAllThatQueueBehindIt() {
    // 10,000 operations of 10 us, due every 100 us; the 100th takes a tenth of a second.
    int[] number = {0};
    LongSupplier operation = () -> clock.work(++number[0] == 100 ? 100_000 * MICROS : 10 * MICROS);

    Pace pace = loop.run(operation, Arrival.FIXED.schedule(10_000, 1), SECOND);

    assertThat(pace.fault()).isNull();
    assertThat(response.getTotalCount()).isEqualTo(10_000);
    // The service time of that one alone is long; of the response times about a tenth are.
    assertThat(service.getCountBetweenValues(1_000 * MICROS, SECOND)).isEqualTo(1);
    assertThat(response.getCountBetweenValues(1_000 * MICROS, SECOND)).isBetween(1_000L, 1_200L);
    assertThat(service.getValueAtPercentile(99)).isLessThan(11 * MICROS);
    assertThat(response.getValueAtPercentile(99)).isGreaterThan(80_000 * MICROS);
  }

  @Test
  void withoutQueueingBothTimesAreTheSame() {
    loop.run(() -> clock.work(10 * MICROS), Arrival.FIXED.schedule(10_000, 1), SECOND);

    assertThat(response.getMaxValue()).isEqualTo(service.getMaxValue());
  }

  @Test
  void aLoadBeyondWhatTheOperationCanDoIsInvalidNotSlow() {
    Pace pace = loop.run(() -> clock.work(105 * MICROS), Arrival.FIXED.schedule(10_000, 1), SECOND);

    assertThat(pace.fault())
        .isEqualTo("missed its rate: 10,000 operations per second were due, 9,524 were done");
  }

  @Test
  void givesUpOnALoadFarBeyond() {
    Pace pace =
        loop.run(() -> clock.work(1_000 * MICROS), Arrival.FIXED.schedule(10_000, 1), SECOND);

    assertThat(pace.done()).isEqualTo(2_000);
    assertThat(pace.fault())
        .isEqualTo("missed its rate: 8,000 of 10,000 operations were left undone");
  }

  @Test
  void aRateTooLowForTheTimeIsInvalid() {
    Schedule schedule = () -> 2 * SECOND;

    assertThat(loop.run(() -> 0, schedule, SECOND).fault()).startsWith("no operation was due");
  }

  @Test
  void burstsQueueWithinThemselves() {
    loop.run(() -> clock.work(10 * MICROS), Arrival.BURST.schedule(10_000, 1), SECOND);

    // The last of a burst waits for all others of it.
    assertThat(response.getMaxValue())
        .isBetween(Arrival.BURST_SIZE * 10 * MICROS, Arrival.BURST_SIZE * 10 * MICROS * 101 / 100);
    assertThat(service.getMaxValue()).isLessThan(11 * MICROS);
  }

  /// Time passes only while somebody works or waits.
  private static final class FakeClock implements Clock {
    private long now = 5_000;

    long work(long nanos) {
      now += nanos;
      return nanos;
    }

    @Override
    public long now() {
      return now;
    }

    @Override
    public long await(long due) {
      now = Math.max(now, due);
      return now;
    }
  }
}
