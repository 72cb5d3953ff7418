package org.hgbench.hgcm.service.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.hgbench.hgcm.Hex;
import org.hgbench.hgcm.TestMachine;
import org.hgbench.hgcm.guest.HgcmCall;
import org.hgbench.hgcm.guest.HgcmGuest;
import org.hgbench.hgcm.guest.WaitMode;
import org.hgbench.hgcm.wire.Direction;
import org.hgbench.hgcm.wire.Requestor;
import org.hgbench.hgcm.wire.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MessageServiceTest {
  private static final int WORD = ~8;

  private final TestMachine machine = TestMachine.with();
  private final HgcmGuest guest = machine.probedGuest();
  private final int client = guest.connect("HgbenchMessages", WaitMode.IRQ);
  private final HgcmCall wait = guest.call(client, 7).u32(-1).u32(-1).build();
  private final HgcmCall peek = guest.call(client, 6).u32(0).u32(0).u32(0).u32(0).u32(0).build();
  private final HgcmCall get = guest.call(client, 8).u32(0).u64(0).u64(0).build();
  private final HgcmCall cancel = guest.call(client, 2).build();

  @AfterEach
  void close() {
    machine.close();
  }

  @Test
  void aParkedCallWakesWithTheMessage() {
    Message message = new Message();
    var post = machine.connector().hostCall("HgbenchMessages", MessageService.POST, message);
    for (int i = 1; i <= 100; i++) {
      assertThat(wait.submit()).isEqualTo(Status.HGCM_ASYNC_EXECUTE);
      assertThat(wait.isDone()).isFalse();
      message.say(i, 2L * i, 3L * i);
      assertThat(post.run()).isEqualTo(Status.SUCCESS);
      assertThat(wait.await(WaitMode.IRQ)).isEqualTo(Status.SUCCESS);
      assertThat(wait.u32(0)).isEqualTo(i);
      assertThat(wait.u32(1)).isEqualTo(2);
      get.u32(0, i);
      assertThat(get.run(WaitMode.IRQ)).isEqualTo(Status.SUCCESS);
      assertThat(get.u64(1)).isEqualTo(2L * i);
      assertThat(get.u64(2)).isEqualTo(3L * i);
    }
    assertThat(machine.device().requestsInFlight()).isZero();
  }

  @Test
  void aQueuedMessageAnswersAtOnce() {
    post(7, 1, 2, "");
    post(8, 3, 4, "01 02 03");
    assertThat(wait.run(WaitMode.IRQ)).isEqualTo(Status.SUCCESS);
    assertThat(wait.u32(0)).isEqualTo(7);
    get.u32(0, 7);
    assertThat(get.run(WaitMode.IRQ)).isEqualTo(Status.SUCCESS);
    assertThat(peek.run(WaitMode.IRQ)).isEqualTo(Status.SUCCESS);
    assertThat(peek.u32(0)).isEqualTo(8);
    assertThat(peek.u32(1)).isEqualTo(3);
    assertThat(peek.u32(2)).isEqualTo(WORD);
    assertThat(peek.u32(3)).isEqualTo(WORD);
    assertThat(peek.u32(4)).isEqualTo(3);
  }

  @Test
  void aWrongIdOrTooSmallABufferDoesNotLoseTheMessage() {
    post(8, 3, 4, "01 02 03");
    HgcmCall small =
        guest.call(client, 8).u32(9).u64(0).u64(0).embedded(2, Direction.FROM_HOST).build();
    assertThat(small.run(WaitMode.IRQ)).isEqualTo(Status.MISMATCH);
    small.u32(0, 8);
    assertThat(small.run(WaitMode.IRQ)).isEqualTo(Status.BUFFER_OVERFLOW);
    assertThat(small.embeddedSize(3)).isEqualTo(3);
    assertThat(get.run(WaitMode.IRQ)).isEqualTo(Status.WRONG_PARAMETER_COUNT);
    HgcmCall large =
        guest.call(client, 8).u32(8).u64(0).u64(0).embedded(5, Direction.FROM_HOST).build();
    assertThat(large.run(WaitMode.IRQ)).isEqualTo(Status.SUCCESS);
    assertThat(large.embeddedSize(3)).isEqualTo(3);
    assertThat(Hex.text(guest.ram(), large.bufferAddress(3), 5)).isEqualTo("01 02 03 00 00");
    assertThat(get.run(WaitMode.IRQ)).isEqualTo(Status.TRY_AGAIN);
  }

  @Test
  void aSecondWaiterIsRefusedAndWaitingWorksAgainAfterCancel() {
    assertThat(wait.submit()).isEqualTo(Status.HGCM_ASYNC_EXECUTE);
    HgcmCall second = guest.call(client, 7).u32(0).u32(0).build();
    assertThat(second.run(WaitMode.IRQ)).isEqualTo(Status.RESOURCE_BUSY);
    assertThat(cancel.run(WaitMode.IRQ)).isEqualTo(Status.SUCCESS);
    assertThat(wait.await(WaitMode.IRQ)).isEqualTo(-Status.TRY_AGAIN);
    assertThat(wait.u32(0)).isZero();
    assertThat(second.submit()).isEqualTo(Status.HGCM_ASYNC_EXECUTE);
    post(5, 6, 7, "");
    assertThat(second.await(WaitMode.IRQ)).isEqualTo(Status.SUCCESS);
    assertThat(second.u32(0)).isEqualTo(5);
  }

  @Test
  void disconnectingCompletesWhatIsParked() {
    assertThat(wait.submit()).isEqualTo(Status.HGCM_ASYNC_EXECUTE);
    guest.disconnect(client, WaitMode.IRQ);
    assertThat(wait.await(WaitMode.IRQ)).isEqualTo(Status.CANCELLED);
    assertThat(machine.device().requestsInFlight()).isZero();
    assertThat(machine.connector().callCount()).isZero();
    assertThat(machine.device().budgetUsed(Requestor.Pool.KERNEL)).isZero();
    assertThat(post(1, 2, 3, "")).isEqualTo(Status.NOT_FOUND);
  }

  @Test
  void aFullQueueIsAnAnswer() {
    for (int i = 0; i < MessageQueue.CAPACITY; i++) {
      assertThat(post(i, 0, 0, "")).isEqualTo(Status.SUCCESS);
    }
    assertThat(post(-1, 0, 0, "")).isEqualTo(Status.OUT_OF_RESOURCES);
  }

  private int post(int id, long first, long second, String body) {
    Message message = new Message().say(client, id, first, second, Hex.bytes(body));
    return machine.connector().hostCall("HgbenchMessages", MessageService.POST, message).run();
  }
}
