package org.hgbench.hgcm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hgbench.hgcm.guest.Acknowledgement;
import org.hgbench.hgcm.guest.HgcmCall;
import org.hgbench.hgcm.guest.HgcmException;
import org.hgbench.hgcm.guest.HgcmGuest;
import org.hgbench.hgcm.guest.WaitMode;
import org.hgbench.hgcm.wire.Direction;
import org.hgbench.hgcm.wire.Requestor;
import org.hgbench.hgcm.wire.Status;
import org.hgbench.machine.counter.CounterValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CallTest {
  @ParameterizedTest
  @CsvSource({"IRQ, block", "POLL, block", "IRQ, spin", "POLL, spin"})
  void scalarsTravelBothWays(WaitMode wait, String serviceWait) {
    try (TestMachine machine =
        TestMachine.with("Devices/vmm/0/Config/ServiceWait=" + serviceWait)) {
      HgcmGuest guest = machine.probedGuest();
      int client = guest.connect("HgbenchEcho", wait);
      HgcmCall echo = guest.call(client, 1).u64(3).u64(4).build();
      for (int i = 0; i < 1000; i++) {
        long a = echo.u64(0);
        long b = echo.u64(1);
        assertThat(echo.run(wait)).isEqualTo(Status.SUCCESS);
        assertThat(echo.u64(0)).isEqualTo(b);
        assertThat(echo.u64(1)).isEqualTo(a + b);
      }
      guest.disconnect(client, wait);
      assertThat(machine.connector().clientCount()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(Acknowledgement.class)
  void aCallCostsTwoTrapsOneInterruptAndOneHandover(Acknowledgement acknowledgement) {
    try (TestMachine machine = TestMachine.with()) {
      HgcmGuest guest = machine.guest(acknowledgement);
      guest.probe();
      int client = guest.connect("HgbenchEcho", WaitMode.IRQ);
      HgcmCall echo = guest.call(client, 1).u64(3).u64(4).build();
      CounterValues before = machine.counters();
      for (int i = 0; i < 500; i++) {
        assertThat(echo.run(WaitMode.IRQ)).isEqualTo(Status.SUCCESS);
      }
      assertThat(machine.counters().since(before)).isEqualTo(new CounterValues(1000, 500, 500, 0));
    }
  }

  @Test
  void aPolledCallCostsOneTrap() {
    try (TestMachine machine = TestMachine.with()) {
      HgcmGuest guest = machine.probedGuest();
      int client = guest.connect("HgbenchEcho", WaitMode.POLL);
      HgcmCall echo = guest.call(client, 1).u64(3).u64(4).build();
      CounterValues before = machine.counters();
      for (int i = 0; i < 500; i++) {
        assertThat(echo.run(WaitMode.POLL)).isEqualTo(Status.SUCCESS);
      }
      assertThat(machine.counters().since(before)).isEqualTo(new CounterValues(500, 0, 500, 0));
    }
  }

  @Test
  void aPageListIsCopiedOnceOnItsWayToTheHost() {
    try (TestMachine machine = TestMachine.with()) {
      HgcmGuest guest = machine.probedGuest();
      int bytes = 10_000;
      long buffer = guest.pages().allocate(4 * 4096) + 1000;
      long sum = guest.ram().fillWords(buffer, bytes, 0x0123_4567_89AB_CDEFL);
      int client = guest.connect("HgbenchSink", WaitMode.IRQ);
      HgcmCall write = guest.call(client, 2).pages(buffer, bytes, Direction.TO_HOST).build();
      CounterValues before = machine.counters();
      assertThat(write.run(WaitMode.IRQ)).isEqualTo(Status.SUCCESS);
      assertThat(machine.counters().since(before)).isEqualTo(new CounterValues(2, 1, 1, bytes));
      HgcmCall query = guest.call(client, 3).u64(0).u64(0).build();
      assertThat(query.run(WaitMode.IRQ)).isEqualTo(Status.SUCCESS);
      assertThat(query.u64(0)).isEqualTo(1);
      assertThat(query.u64(1)).isEqualTo(sum);
      assertThat(machine.device().buffersInUse()).isZero();
      assertThat(machine.device().budgetUsed(Requestor.Pool.KERNEL)).isZero();
    }
  }

  @Test
  void aPageListIsCopiedOnceOnItsWayToTheGuest() {
    try (TestMachine machine = TestMachine.with()) {
      HgcmGuest guest = machine.probedGuest();
      int bytes = 100_001;
      long start = guest.pages().allocate(bytes + 2 * 4096);
      long buffer = start + 4095;
      long canary = 0x5555_5555_5555_5555L;
      guest.ram().fillWords(start, bytes + 2 * 4096, canary);
      long around = guest.ram().sum(start, bytes + 2 * 4096);
      long word = 0xFEDC_BA98_7654_3210L;
      int client = guest.connect("HgbenchEcho", WaitMode.IRQ);
      HgcmCall read =
          guest.call(client, 2).u64(word).pages(buffer, bytes, Direction.FROM_HOST).build();
      CounterValues before = machine.counters();
      assertThat(read.run(WaitMode.IRQ)).isEqualTo(Status.SUCCESS);
      assertThat(machine.counters().since(before)).isEqualTo(new CounterValues(2, 1, 1, bytes));
      long received = guest.ram().sum(buffer, bytes);
      assertThat(received).isEqualTo(guest.ram().fillWords(buffer, bytes, word));
      guest.ram().fillWords(buffer, bytes, canary);
      assertThat(guest.ram().sum(start, bytes + 2 * 4096)).isEqualTo(around);
    }
  }

  @Test
  void anUnknownServiceIsRefused() {
    try (TestMachine machine = TestMachine.with()) {
      HgcmGuest guest = machine.probedGuest();
      assertThatThrownBy(() -> guest.connect("Nobody", WaitMode.IRQ))
          .isInstanceOfSatisfying(
              HgcmException.class,
              e -> assertThat(e.status()).isEqualTo(Status.HGCM_SERVICE_NOT_FOUND));
      assertThat(machine.device().requestsInFlight()).isZero();
    }
  }

  @Test
  void nothingIsAnsweredBeforeTheGuestHasReportedItself() {
    try (TestMachine machine = TestMachine.with()) {
      HgcmGuest guest = machine.guest();
      assertThatThrownBy(() -> guest.connect("HgbenchEcho", WaitMode.IRQ))
          .isInstanceOfSatisfying(
              HgcmException.class, e -> assertThat(e.status()).isEqualTo(Status.NOT_SUPPORTED));
    }
  }
}
