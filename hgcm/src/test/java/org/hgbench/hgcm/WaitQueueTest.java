package org.hgbench.hgcm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.hgbench.hgcm.guest.HgcmCall;
import org.hgbench.hgcm.guest.HgcmGuest;
import org.hgbench.hgcm.guest.HgcmTimeoutException;
import org.hgbench.hgcm.guest.WaitMode;
import org.hgbench.hgcm.guest.WaitQueue;
import org.hgbench.hgcm.service.message.Message;
import org.hgbench.hgcm.wire.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// One driver on several vCPUs: the first takes the interrupts, the others wait in its queue.
class WaitQueueTest {
  private static final int OTHERS = 3;
  private static final long MILLISECOND = 1_000_000;

  private final AtomicInteger succeeded = new AtomicInteger();
  private final List<Thread> threads = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({"ALL, 3", "FINISHED, 1"})
  void anInterruptWakesAllOrWhoHasFinished(WaitQueue.Wake wake, int woken) throws Exception {
    try (TestMachine machine = TestMachine.with("Vcpus = " + (1 + OTHERS))) {
      HgcmGuest guest = machine.probedGuest();
      WaitQueue queue = new WaitQueue(wake);
      List<Integer> clients = new ArrayList<>();
      for (int i = 1; i <= OTHERS; i++) {
        int client = guest.connect("HgbenchMessages", WaitMode.IRQ);
        clients.add(client);
        HgcmGuest other = guest.onVcpu(machine.machine().vcpu(i), queue);
        HgcmCall call = other.call(client, 7).u32(0).u32(0).build();
        start(() -> call.run(WaitMode.IRQ));
      }
      // A vCPU that has not halted yet would find its call done without being woken.
      RawGuest.await(() -> queue.waiting() == OTHERS && threads.stream().allMatch(this::isHalted));
      long before = queue.wakeUps();
      say(machine, clients.get(1));
      idleUntil(guest, 1);
      assertThat(queue.wakeUps() - before).isEqualTo(woken);
      say(machine, clients.get(0));
      say(machine, clients.get(2));
      idleUntil(guest, OTHERS);
      join();
      assertThat(queue.waiting()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(WaitQueue.Wake.class)
  void nobodyIsForgotten(WaitQueue.Wake wake) throws Exception {
    int calls = 400;
    try (TestMachine machine = TestMachine.with("Vcpus = " + (1 + OTHERS))) {
      HgcmGuest guest = machine.probedGuest();
      WaitQueue queue = new WaitQueue(wake);
      for (int i = 1; i <= OTHERS; i++) {
        int client = guest.connect("HgbenchEcho", WaitMode.IRQ);
        HgcmGuest other = guest.onVcpu(machine.machine().vcpu(i), queue);
        HgcmCall call = other.call(client, 1).u64(i).u64(i).build();
        start(() -> {
          int status = Status.SUCCESS;
          for (int n = 0; n < calls && status == Status.SUCCESS; n++) {
            status = call.run(WaitMode.IRQ);
          }
          return status;
        });
      }
      idleUntil(guest, OTHERS);
      join();
      assertThat(queue.waiting()).isZero();
      assertThat(machine.device().requestsInFlight()).isZero();
    }
  }

  @Test
  void aWaitInTheQueueHasABound() throws Exception {
    try (TestMachine machine = TestMachine.with("Vcpus = 2")) {
      HgcmGuest guest = machine.probedGuest();
      WaitQueue queue = new WaitQueue(WaitQueue.Wake.FINISHED);
      int client = guest.connect("HgbenchMessages", WaitMode.IRQ);
      HgcmGuest other = guest.onVcpu(machine.machine().vcpu(1), queue);
      other.timeoutNanos(MILLISECOND);
      HgcmCall call = other.call(client, 7).u32(0).u32(0).build();
      start(() -> {
        assertThatThrownBy(() -> call.run(WaitMode.IRQ))
            .isInstanceOf(HgcmTimeoutException.class)
            .hasMessageContaining("wait=IRQ done=false");
        return Status.SUCCESS;
      });
      join();
      assertThat(succeeded).hasValue(1);
      assertThat(queue.waiting()).isZero();
    }
  }

  private boolean isHalted(Thread thread) {
    return thread.getState() == Thread.State.TIMED_WAITING;
  }

  private interface Guest {
    int run();
  }

  private void start(Guest guest) {
    threads.add(
        Thread.ofPlatform()
            .start(() -> {
              if (guest.run() == Status.SUCCESS) {
                succeeded.incrementAndGet();
              }
            }));
  }

  private void idleUntil(HgcmGuest guest, int count) {
    RawGuest.await(() -> {
      guest.idle(MILLISECOND);
      return succeeded.get() == count;
    });
  }

  private void join() throws InterruptedException {
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private static void say(TestMachine machine, int client) {
    Message message = new Message().say(client, 7, 0, 0, new byte[0]);
    assertThat(machine.connector().hostCall("HgbenchMessages", 1, message).run()).isZero();
  }
}
