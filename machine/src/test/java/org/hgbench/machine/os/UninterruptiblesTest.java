package org.hgbench.machine.os;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class UninterruptiblesTest {
  @Test
  @Timeout(10)
  void aJoinGoesOnThroughAnInterruptAndKeepsIt() {
    CountDownLatch interrupted = new CountDownLatch(1);
    Thread awaited = Thread.ofPlatform().start(() -> await(interrupted));
    Thread waiting = Thread.currentThread();
    Thread.ofPlatform()
        .start(() -> {
          waiting.interrupt();
          interrupted.countDown();
        });

    Uninterruptibles.join(awaited);

    assertThat(awaited.isAlive()).isFalse();
    assertThat(Thread.interrupted()).isTrue();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
