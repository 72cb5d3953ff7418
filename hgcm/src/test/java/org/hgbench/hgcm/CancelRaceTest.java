package org.hgbench.hgcm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.hgbench.hgcm.wire.Parameters;
import org.hgbench.hgcm.wire.Requestor;
import org.hgbench.hgcm.wire.Status;
import org.junit.jupiter.api.Test;

/// Cancel races completion: either the cancel wins, and the host never writes to the request again,
/// or the completion does, and DONE arrives.
class CancelRaceTest {
  private static final int CALLS = Boolean.getBoolean("hgbench.long") ? 1_000_000 : 4_000;

  /// Every so many calls are cancelled when they are done, however busy the machine is.
  private static final int LATE_CANCEL = 16;

  @Test
  void eitherTheCancelOrTheCompletionWins() {
    SplittableRandom random = new SplittableRandom(42);
    int cancelled = 0;
    try (RawGuest guest =
        new RawGuest(TestMachine.with("Devices/vmm/0/Config/ServiceWait = spin"))) {
      int echo = guest.connect("HgbenchEcho");
      for (int i = 0; i < CALLS; i++) {
        Parameters parameters = guest.call(echo, 1, 2);
        parameters.writeU64(0, i);
        parameters.writeU64(1, 7);
        assertThat(guest.submit()).isEqualTo(Status.HGCM_ASYNC_EXECUTE);
        if (i % LATE_CANCEL == 0) {
          assertThat(guest.await()).isEqualTo(Status.SUCCESS);
        }
        for (int spin = random.nextInt(40); spin > 0; spin--) {
          Thread.onSpinWait();
        }
        int status = guest.cancel((int) guest.request);
        if (status == Status.SUCCESS) {
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
      assertThat(cancelled).isBetween(1, CALLS - CALLS / LATE_CANCEL);
      assertThat(guest.machine().device().requestsInFlight()).isZero();
      assertThat(guest.machine().connector().callCount()).isZero();
      assertThat(guest.machine().device().budgetUsed(Requestor.Pool.KERNEL)).isZero();
    }
  }
}
