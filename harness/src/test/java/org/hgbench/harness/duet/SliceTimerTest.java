package org.hgbench.harness.duet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hgbench.harness.link.Verification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a turn counts, and what a slowdown adds to it.
class SliceTimerTest {
  @Test
  void doesNotCountTheBeginningOfATurn() {
    Spin work = new Spin(20_000);

    SliceTimer.Slice slice = new SliceTimer(work, Slowdown.NONE).run(3_000_000, 2_000_000);

    assertThat(slice.operations()).isPositive().isLessThan(work.done);
    assertThat(slice.nanosPerOperation()).isGreaterThanOrEqualTo(20_000);
  }

  @Test
  void countsOneBatchEvenIfTheTurnIsShorter() {
    SliceTimer.Slice slice = new SliceTimer(new Spin(50_000), Slowdown.NONE).run(0, 1);

    assertThat(slice.operations()).isEqualTo(1);
    assertThat(slice.nanos()).isGreaterThanOrEqualTo(50_000);
  }

  /// The share is exact for each batch, however noisy the machine, since it is a share of what the
  /// batch has just taken.
  @Test
  void prolongsABatchByTheShareThatWasAskedFor() {
    Slowdown slowdown = Slowdown.parse("50%");
    long end = System.nanoTime();
    long start = end - 4_000_000;

    long prolonged = slowdown.prolong(start, end);

    assertThat(prolonged - start).isGreaterThanOrEqualTo(6_000_000);
    assertThat(System.nanoTime()).isGreaterThanOrEqualTo(prolonged);
    assertThat(Slowdown.NONE.prolong(start, end)).isEqualTo(end);
  }

  @Test
  void isHonestUnlessItsJvmWasToldOtherwise() {
    assertThat(Slowdown.ofThisFork()).isEqualTo(Slowdown.NONE);
  }

  @ParameterizedTest
  @CsvSource({"-1", "-5%", "11", "x", "%", "NaN"})
  void refusesASlowdownThatIsNoShare(String text) {
    assertThatThrownBy(() -> Slowdown.parse(text))
        .hasMessage("hgbench.duet.slowdown=%s is not a share such as 5%% or 0.05", text);
  }

  /// Takes at least so long per operation.
  private static final class Spin implements Work {
    private final long nanos;
    private long done;

    Spin(long nanos) {
      this.nanos = nanos;
    }

    @Override
    public void run(long operations) {
      done += operations;
      long end = System.nanoTime() + nanos * operations;
      while (System.nanoTime() < end) {
        Thread.onSpinWait();
      }
    }

    @Override
    public Verification verify() {
      return Verification.OK;
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }
}
