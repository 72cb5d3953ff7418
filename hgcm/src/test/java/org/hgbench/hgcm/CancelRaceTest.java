package org.hgbench.hgcm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import org.hgbench.hgcm.wire.Parameters;
import org.hgbench.hgcm.wire.Requestor;
import org.hgbench.hgcm.wire.Status;
import org.junit.jupiter.api.Test;

/// Cancel races completion: either the cancel wins, and the host never writes to the request again,
/// or the completion does, and DONE arrives.
class CancelRaceTest {
  private static final int CALLS = Boolean.getBoolean("hgbench.long") ? 1_000_000 : 4_000;

  /// Of every so many calls one is cancelled when it is done, and one while its service cannot get
  /// at it, so that both happen however busy the machine is. All others race.
  private static final int CERTAIN = 16;

  @Test
  void eitherTheCancelOrTheCompletionWins() throws InterruptedException {
    SplittableRandom random = new SplittableRandom(42);
    int cancelled = 0;
    try (RawGuest guest =
        new RawGuest(TestMachine.with("Devices/vmm/0/Config/ServiceWait = spin"))) {
      int echo = guest.connect("HgbenchEcho");
      for (int i = 0; i < CALLS; i++) {
        Parameters parameters = guest.call(echo, 1, 2);
        parameters.writeU64(0, i);
        parameters.writeU64(1, 7);
        boolean late = i % CERTAIN == 0;
        boolean early = i % CERTAIN == 1;
        Obstacle obstacle = early ? new Obstacle(guest) : null;
        assertThat(guest.submit()).isEqualTo(Status.HGCM_ASYNC_EXECUTE);
        if (late) {
          assertThat(guest.await()).isEqualTo(Status.SUCCESS);
        }
        for (int spin = random.nextInt(40); spin > 0; spin--) {
          Thread.onSpinWait();
        }
        int status = guest.cancel((int) guest.request);
        if (early) {
          assertThat(status).isEqualTo(Status.SUCCESS);
          obstacle.remove();
        }
        if (status == Status.SUCCESS) {
          assertThat(late).isFalse();
          String atCancel = Hex.text(guest.ram(), guest.request, 80);
          guest.machine().connector().onServiceThread("HgbenchEcho", () -> {});
          assertThat(Hex.text(guest.ram(), guest.request, 80)).isEqualTo(atCancel);
          assertThat(guest.hgcm().isDone()).isFalse();
          cancelled++;
        } else {
          assertThat(status).isEqualTo(Status.NOT_FOUND);
          assertThat(guest.await()).isEqualTo(Status.SUCCESS);
          assertThat(parameters.u64(0)).isEqualTo(7);
          assertThat(parameters.u64(1)).isEqualTo(i + 7L);
        }
      }
      assertThat(cancelled).isBetween(CALLS / CERTAIN, CALLS - CALLS / CERTAIN);
      assertThat(guest.machine().device().requestsInFlight()).isZero();
      assertThat(guest.machine().connector().callCount()).isZero();
      assertThat(guest.machine().device().budgetUsed(Requestor.Pool.KERNEL)).isZero();
    }
  }

  /// Keeps the service's thread until it is removed.
  private static final class Obstacle {
    private final CountDownLatch there = new CountDownLatch(1);
    private final CountDownLatch gone = new CountDownLatch(1);
    private final Thread waiting;

    Obstacle(RawGuest guest) throws InterruptedException {
      waiting =
          Thread.ofPlatform()
              .start(() -> guest.machine().connector().onServiceThread("HgbenchEcho", this::stand));
      there.await();
    }

    private void stand() {
      there.countDown();
      try {
        gone.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    void remove() throws InterruptedException {
      gone.countDown();
      waiting.join();
    }
  }
}
