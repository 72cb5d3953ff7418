package org.hgbench.machine.os;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class UninterruptiblesTest {
  @Test
  @Timeout(10)
  void aJoinGoesOnThroughAnInterruptAndKeepsIt() {
    CountDownLatch end = new CountDownLatch(1);
    Thread awaited = Thread.ofPlatform().start(() -> await(end));
    Thread waiting = Thread.currentThread();
    Thread.ofPlatform()
        .start(() -> {
          spinWhile(() -> waiting.getState() != Thread.State.WAITING);
          waiting.interrupt();
          spinWhile(waiting::isInterrupted); // until it has noticed
          end.countDown();
        });

    Uninterruptibles.join(awaited);

    assertThat(awaited.isAlive()).isFalse();
    assertThat(Thread.interrupted()).isTrue();
  }

  private static void spinWhile(BooleanSupplier condition) {
    while (condition.getAsBoolean()) {
      Thread.onSpinWait();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
