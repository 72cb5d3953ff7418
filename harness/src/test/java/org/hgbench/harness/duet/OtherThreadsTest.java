package org.hgbench.harness.duet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// A turn is over when every thread sleeps, in this process and below it.
@EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux tells what a thread is doing")
class OtherThreadsTest {
  private static final long MOMENT = TimeUnit.MILLISECONDS.toNanos(20);
  private static final long LONG = TimeUnit.SECONDS.toNanos(30);

  private volatile boolean spinning = true;

  @Test
  void isNotOverWhileAThreadOfThisProcessWorks() throws InterruptedException {
    OtherThreads others = OtherThreads.ofThisProcess();
    CountDownLatch started = new CountDownLatch(1);
    Thread worker =
        Thread.ofPlatform()
            .name("busy-bee")
            .start(() -> {
              started.countDown();
              while (spinning) {
                Thread.onSpinWait();
              }
            });
    started.await();
    try {
      assertThat(others.await(MOMENT)).isEqualTo(OtherThreads.State.BUSY);
    } finally {
      spinning = false;
      worker.join();
    }
    assertThat(others.await(LONG)).isEqualTo(OtherThreads.State.PARKED);
  }

  @Test
  void isNotOverWhileAProcessBelowWorks() throws Exception {
    Process busy = new ProcessBuilder("sh", "-c", "echo started; while :; do :; done").start();
    try {
      assertThat(busy.inputReader().readLine()).isEqualTo("started");
      OtherThreads others = OtherThreads.ofThisProcess();

      assertThat(others.await(MOMENT)).isEqualTo(OtherThreads.State.BUSY);
      assertThat(others.busiest()).isNotEmpty();

      busy.destroyForcibly().waitFor();
      assertThat(others.await(LONG)).isEqualTo(OtherThreads.State.PARKED);
    } finally {
      busy.destroyForcibly();
    }
  }
}
