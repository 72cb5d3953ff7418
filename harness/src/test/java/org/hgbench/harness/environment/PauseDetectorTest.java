package org.hgbench.harness.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PauseDetectorTest {
  private static final long MILLI = 1_000_000;

  @Test
  void countsWhatItSleptTooLong() {
    PauseCounter counter = new PauseCounter(MILLI);
    counter.woke(1_999_999);
    counter.woke(2 * MILLI);
    counter.woke(31 * MILLI);
    counter.woke(MILLI / 2);
    Pauses pauses = counter.take();

    assertThat(pauses.count()).isEqualTo(2);
    assertThat(pauses.totalNanos()).isEqualTo(31 * MILLI);
    assertThat(pauses.longestNanos()).isEqualTo(30 * MILLI);
  }

  @Test
  void beginsAnewWhenItWasAsked() {
    PauseCounter counter = new PauseCounter(MILLI);
    counter.woke(31 * MILLI);
    counter.take();
    Pauses pauses = counter.take();

    assertThat(pauses.count()).isZero();
    assertThat(pauses.longestNanos()).isZero();
    assertThat(pauses.observedNanos()).isPositive();
  }

  @ParameterizedTest
  @CsvSource({"9, GOOD", "10, FAIR", "49, FAIR", "50, POOR"})
  void gradesTheShareOfTheTimeThatWasLost(long millis, Grade grade) {
    assertThat(new Pauses(1_000 * MILLI, 3, millis * MILLI, 5 * MILLI).grade()).isEqualTo(grade);
  }

  @Test
  void saysWhatWasLost() {
    assertThat(new Pauses(1_000 * MILLI, 3, 12 * MILLI, 7 * MILLI).warnings())
        .containsExactly("the JVM stood still 3 times, 12 of 1000 ms, 7 ms the longest");
    assertThat(new Pauses(1_000 * MILLI, 3, 9 * MILLI, 7 * MILLI).warnings()).isEmpty();
  }

  /// Holding the counter's lock is what a stopped JVM looks like to the thread: it cannot go on.
  @Test
  @Timeout(20)
  void noticesARealStandstill() {
    PauseCounter counter = new PauseCounter(MILLI);
    try (PauseDetector detector = PauseDetector.start(counter)) {
      long until = System.nanoTime() + Duration.ofMillis(50).toNanos();
      synchronized (counter) {
        while (System.nanoTime() < until) {
          LockSupport.parkNanos(until - System.nanoTime());
        }
      }
      long longest = 0;
      while (longest < 20 * MILLI) {
        longest = Math.max(longest, detector.take().longestNanos());
        Thread.onSpinWait();
      }
      assertThat(longest).isGreaterThanOrEqualTo(20 * MILLI);
    }
  }

  @Test
  @Timeout(20)
  void endsItsThreadWhenItIsClosed() {
    PauseDetector detector = PauseDetector.start();
    assertThat(detector.isRunning()).isTrue();

    detector.close();

    assertThat(detector.isRunning()).isFalse();
  }
}
