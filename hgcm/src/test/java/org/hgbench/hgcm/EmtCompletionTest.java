package org.hgbench.hgcm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.hgbench.hgcm.guest.HgcmCall;
import org.hgbench.hgcm.guest.HgcmGuest;
import org.hgbench.hgcm.guest.HgcmTimeoutException;
import org.hgbench.hgcm.guest.WaitMode;
import org.hgbench.hgcm.wire.HgcmHeader;
import org.hgbench.hgcm.wire.Parameters;
import org.hgbench.hgcm.wire.Requestor;
import org.hgbench.hgcm.wire.Status;
import org.hgbench.machine.BoundaryCases;
import org.hgbench.machine.counter.CounterValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Calls that an EMT finishes, as before VirtualBox 6.0.
class EmtCompletionTest {
  private static final String EMT = "Devices/vmm/0/Config/Completion = emt";

  @ParameterizedTest
  @ValueSource(strings = {"simulated", "kvm", "process"})
  void aCallEndsWhenItsGuestHaltsAndNotBefore(String boundary) throws Exception {
    BoundaryCases.requireUsable(boundary);
    onThreadOfItsOwn(() -> {
      try (TestMachine machine = TestMachine.with(EMT, "Boundary/Name = " + boundary)) {
        HgcmGuest guest = machine.probedGuest();
        int client = guest.connect("HgbenchEcho", WaitMode.IRQ);
        HgcmCall echo = guest.call(client, 1).u64(3).u64(4).build();
        CounterValues before = machine.counters();
        for (int i = 0; i < 200; i++) {
          long a = echo.u64(0);
          long b = echo.u64(1);
          assertThat(echo.run(WaitMode.IRQ)).isEqualTo(Status.SUCCESS);
          assertThat(echo.u64(0)).isEqualTo(b);
          assertThat(echo.u64(1)).isEqualTo(a + b);
        }
        assertThat(machine.counters().since(before)).isEqualTo(new CounterValues(400, 200, 200, 0));
        assertThat(echo.submit()).isEqualTo(Status.HGCM_ASYNC_EXECUTE);
        guest.timeoutNanos(TimeUnit.MILLISECONDS.toNanos(50));
        assertThatThrownBy(() -> echo.await(WaitMode.POLL))
            .isInstanceOf(HgcmTimeoutException.class);
        guest.timeoutNanos(HgcmGuest.DEFAULT_TIMEOUT_NANOS);
        assertThat(echo.await(WaitMode.IRQ)).isEqualTo(Status.SUCCESS);
      }
      return null;
    });
  }

  @Test
  void aCallThatWaitsForItsEmtCanBeCancelled() {
    try (RawGuest guest = new RawGuest(TestMachine.with(EMT))) {
      int echo = guest.honest().connect("HgbenchEcho", WaitMode.IRQ);
      Parameters parameters = guest.call(echo, 1, 2);
      parameters.writeU64(0, 1);
      parameters.writeU64(1, 2);
      assertThat(guest.submit()).isEqualTo(Status.HGCM_ASYNC_EXECUTE);
      guest.machine().connector().onServiceThread("HgbenchEcho", () -> {});
      assertThat(new HgcmHeader(guest.ram(), guest.request).isDone()).isFalse();
      assertThat(guest.cancel((int) guest.request)).isEqualTo(Status.SUCCESS);
      String atCancel = Hex.text(guest.ram(), guest.request, 80);
      guest.machine().vcpu().halt(1);
      assertThat(Hex.text(guest.ram(), guest.request, 80)).isEqualTo(atCancel);
      assertThat(guest.machine().device().requestsInFlight()).isZero();
      assertThat(guest.machine().device().budgetUsed(Requestor.Pool.KERNEL)).isZero();
    }
  }

  @Test
  void aResetNeedsNoEmt() {
    try (TestMachine machine = TestMachine.with(EMT)) {
      HgcmGuest guest = machine.probedGuest();
      int client = guest.connect("HgbenchMessages", WaitMode.IRQ);
      guest.call(client, 7).u32(0).u32(0).build().submit();
      machine.machine().host().reset();
      assertThat(machine.device().requestsInFlight()).isZero();
    }
  }

  @Test
  void anotherThreadIsNotKnown() {
    assertThatThrownBy(() -> TestMachine.with("Devices/vmm/0/Config/Completion = guest"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("setting Completion: 'guest' is neither service nor emt");
  }

  private static void onThreadOfItsOwn(Callable<Void> guest) throws Exception {
    FutureTask<Void> task = new FutureTask<>(guest);
    Thread.ofPlatform().name("guest").daemon().start(task);
    task.get(60, TimeUnit.SECONDS);
  }
}
