package org.hgbench.hgcm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hgbench.hgcm.guest.HgcmCall;
import org.hgbench.hgcm.guest.HgcmGuest;
import org.hgbench.hgcm.guest.WaitMode;
import org.hgbench.hgcm.wire.Direction;
import org.hgbench.hgcm.wire.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What the transport makes of services that do what they should not.
class MisbehavingServiceTest {
  @Test
  void g22NoMoreIsCopiedThanTheBufferHad() {
    try (TestMachine machine = TestMachine.with()) {
      HgcmGuest guest = machine.probedGuest();
      int client = guest.connect(MisbehavingService.NAME, WaitMode.POLL);
      long buffer = guest.pages().allocate(3 * 4096);
      HgcmCall pages = guest.call(client, 1).pages(buffer, 4090, Direction.BOTH).build();
      HgcmCall run = guest.call(client, 1).contiguous(buffer, 4090, Direction.BOTH).build();
      HgcmCall inside = guest.call(client, 1).embedded(100, Direction.BOTH).build();
      assertThat(pages.run(WaitMode.POLL)).isEqualTo(Status.SUCCESS);
      assertThat(pages.bufferSize(0)).isEqualTo(4090);
      assertThat(run.run(WaitMode.POLL)).isEqualTo(Status.SUCCESS);
      assertThat(run.bufferSize(0)).isEqualTo(-1);
      assertThat(guest.ram().u64(buffer + 4082)).isEqualTo(-1);
      assertThat(guest.ram().sum(buffer + 4090, 2 * 4096)).isZero();
      assertThat(inside.run(WaitMode.POLL)).isEqualTo(Status.SUCCESS);
      assertThat(inside.embeddedSize(0)).isEqualTo(-1);
      assertThat(guest.ram().u8(inside.bufferAddress(0) + 99)).isEqualTo(0xFF);
      assertThat(guest.ram().sum(inside.bufferAddress(0) + 100, 512)).isZero();
    }
  }

  @Test
  void g25OnlyTheFirstCompletionCounts() {
    try (TestMachine machine = TestMachine.with()) {
      HgcmGuest guest = machine.probedGuest();
      int client = guest.connect(MisbehavingService.NAME, WaitMode.POLL);
      HgcmCall thrice = guest.call(client, 2).build();
      HgcmCall old = guest.call(client, 3).build();
      for (int i = 0; i < 10; i++) {
        assertThat(thrice.run(WaitMode.POLL)).isEqualTo(11);
        assertThat(old.run(WaitMode.POLL)).isEqualTo(16);
      }
      assertThat(machine.connector().callCount()).isZero();
      assertThat(machine.device().requestsInFlight()).isZero();
    }
  }

  @Test
  @Timeout(60)
  void aServiceThatHangsKeepsNeitherItsGuestNorTheHostForLong() throws Exception {
    TestMachine machine = TestMachine.with("Devices/vmm/0/Config/ServicePatienceMillis = 1000");
    HgcmGuest guest = machine.probedGuest();
    int hung = guest.connect(MisbehavingService.NAME, WaitMode.POLL);
    int echo = guest.connect("HgbenchEcho", WaitMode.POLL);
    long buffer = guest.pages().allocate(4096);
    guest.ram().fillWords(buffer, 4096, 7);
    HgcmCall hanging =
        guest
            .call(hung, MisbehavingService.HANGS)
            .noBounce(buffer, 4096, Direction.TO_HOST)
            .build();
    assertThat(hanging.submit()).isEqualTo(Status.HGCM_ASYNC_EXECUTE);

    assertThat(hanging.awaitOrCancel(WaitMode.POLL, 1_000_000)).isEqualTo(Status.TIMEOUT);
    HgcmCall other = guest.call(echo, 1).u64(20).u64(22).build();
    assertThat(other.run(WaitMode.POLL)).isEqualTo(Status.SUCCESS);
    assertThat(other.u64(1)).isEqualTo(42);
    assertThatThrownBy(machine::close)
        .isInstanceOf(IllegalStateException.class)
        .hasStackTraceContaining(
            "hgcm-%s does not answer for 1000 ms: it hangs at".formatted(MisbehavingService.NAME));
    // The guest's page is still there: without it this program would end here.
    assertThat(MisbehavingService.release()).isEqualTo(7L * 512);
  }

  @Test
  void anExceptionIsAnInternalErrorForTheGuestAndEndsTheRun() {
    TestMachine machine = TestMachine.with();
    HgcmGuest guest = machine.probedGuest();
    int client = guest.connect(MisbehavingService.NAME, WaitMode.POLL);
    assertThat(guest.call(client, 4).build().run(WaitMode.POLL)).isEqualTo(Status.INTERNAL_ERROR);
    HgcmCall next = guest.call(client, 2).build();
    assertThat(next.run(WaitMode.POLL)).isEqualTo(11);
    assertThatThrownBy(machine::close)
        .hasMessageContaining(MisbehavingService.NAME)
        .hasRootCauseMessage("on purpose");
  }

  @Test
  void everyExceptionIsTold() {
    TestMachine machine = TestMachine.with();
    HgcmGuest guest = machine.probedGuest();
    int client = guest.connect(MisbehavingService.NAME, WaitMode.POLL);
    HgcmCall call = guest.call(client, MisbehavingService.THROWS).build();
    for (int i = 0; i < 3; i++) {
      assertThat(call.run(WaitMode.POLL)).isEqualTo(Status.INTERNAL_ERROR);
    }
    machine.connector().onServiceThread(MisbehavingService.NAME, () -> {});
    assertThat(machine.connector().failure().getSuppressed())
        .hasSize(2)
        .allSatisfy(later -> assertThat(later).hasMessage("on purpose"));
    assertThatThrownBy(machine::close).hasRootCauseMessage("on purpose");
  }
}
