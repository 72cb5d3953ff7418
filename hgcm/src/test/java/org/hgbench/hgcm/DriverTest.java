package org.hgbench.hgcm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hgbench.hgcm.guest.CallBuilder;
import org.hgbench.hgcm.guest.Carrier;
import org.hgbench.hgcm.guest.HgcmCall;
import org.hgbench.hgcm.guest.HgcmException;
import org.hgbench.hgcm.guest.HgcmGuest;
import org.hgbench.hgcm.guest.HgcmTimeoutException;
import org.hgbench.hgcm.guest.WaitMode;
import org.hgbench.hgcm.service.message.Message;
import org.hgbench.hgcm.wire.Direction;
import org.hgbench.hgcm.wire.ParameterType;
import org.hgbench.hgcm.wire.RequestHeader;
import org.hgbench.hgcm.wire.RequestType;
import org.hgbench.hgcm.wire.Requestor;
import org.hgbench.hgcm.wire.Status;
import org.hgbench.machine.WatchedVcpu;
import org.hgbench.machine.counter.CounterValues;
import org.hgbench.machine.counter.Counters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DriverTest {
  private static final long WORD = 0x1122_3344_5566_7788L;
  private static final int BYTES = 9_001;

  private final TestMachine machine = TestMachine.with();
  private final HgcmGuest guest = machine.probedGuest();
  private final long buffer = guest.pages().allocate(BYTES + 8192) + 100;

  @AfterEach
  void close() {
    machine.close();
  }

  /// What each way to carry a buffer copies, by direction: once into the host and once out of it,
  /// as far as the direction asks; nothing in place; and as much again for a driver's bounce
  /// buffer.
  @ParameterizedTest
  @CsvSource({
    "pages, 1, 1", "pages, 2, 1", "pages, 3, 2",
    "contiguous, 1, 1", "contiguous, 2, 1", "contiguous, 3, 2",
    "embedded, 1, 1", "embedded, 2, 1", "embedded, 3, 2",
    "noBounce, 1, 0", "noBounce, 2, 0", "noBounce, 3, 0",
    "user, 1, 2", "user, 2, 2", "user, 3, 4",
    "linear, 1, 1", "linear, 2, 1", "linear, 3, 2"
  })
  void theTransportCopiesWhatTheProtocolSays(String kind, int direction, int copies) {
    guest.countCopies(machine.machine().counter(Counters.Kind.BYTES_COPIED));
    int client = guest.connect("HgbenchEcho", WaitMode.IRQ);
    copies(guest.call(client, 3), kind, direction, copies);
    copies(guest.call32(client, 3), kind, direction, copies);
  }

  private void copies(CallBuilder builder, String kind, int direction, int copies) {
    guest.ram().fillWords(buffer, BYTES, WORD);
    long[] at = {buffer};
    HgcmCall call =
        switch (kind) {
          case "pages" -> builder.pages(buffer, BYTES, direction).build();
          case "contiguous" -> builder.contiguous(buffer, BYTES, direction).build();
          case "noBounce" -> builder.noBounce(buffer, BYTES, direction).build();
          case "user" -> builder.user(buffer, BYTES, direction).build();
          case "linear" -> builder.linear(linear(direction), buffer, BYTES).build();
          default -> builder.embedded(BYTES, direction).build();
        };
    if (kind.equals("embedded")) {
      at[0] = call.bufferAddress(0);
      guest.ram().fillWords(at[0], BYTES, WORD);
    }
    long sent = guest.ram().sum(at[0], BYTES);
    CounterValues before = machine.counters();
    assertThat(call.run(WaitMode.IRQ)).isEqualTo(Status.SUCCESS);
    assertThat(machine.counters().since(before))
        .isEqualTo(new CounterValues(2, 1, 1, (long) copies * BYTES));
    boolean hostReplaced = direction == Direction.FROM_HOST && !kind.equals("noBounce");
    assertThat(guest.ram().sum(at[0], BYTES)).isEqualTo(hostReplaced ? 0 : sent);
    assertThat(machine.device().buffersInUse()).isZero();
    assertThat(machine.device().budgetUsed(Requestor.Pool.KERNEL)).isZero();
  }

  private static int linear(int direction) {
    return switch (direction) {
      case Direction.TO_HOST -> ParameterType.LINEAR_IN;
      case Direction.FROM_HOST -> ParameterType.LINEAR_OUT;
      default -> ParameterType.LINEAR;
    };
  }

  @ParameterizedTest
  @EnumSource(WaitMode.class)
  void aCallThatTakesTooLongIsCancelledAndCanBeMadeAgain(WaitMode wait) {
    int client = guest.connect("HgbenchMessages", wait);
    HgcmCall call = guest.call(client, 7).u32(0).u32(0).build();
    assertThat(call.submit()).isEqualTo(Status.HGCM_ASYNC_EXECUTE);
    assertThat(call.awaitOrCancel(wait, TimeUnit.MILLISECONDS.toNanos(20)))
        .isEqualTo(Status.TIMEOUT);
    assertThat(call.isLeaked()).isFalse();
    RawGuest.await(() -> machine.device().requestsInFlight() == 0);
    assertThat(call.submit()).isEqualTo(Status.HGCM_ASYNC_EXECUTE);
    Message message = new Message().say(1, 2, 3);
    assertThat(machine.connector().hostCall("HgbenchMessages", 1, message).run()).isZero();
    assertThat(call.awaitOrCancel(wait, TimeUnit.SECONDS.toNanos(10))).isEqualTo(Status.SUCCESS);
    assertThat(call.u32(0)).isEqualTo(1);
  }

  @Test
  void whatTheHostMayStillWriteToIsLeaked() {
    int client = guest.connect("HgbenchEcho", WaitMode.POLL);
    HgcmCall never = guest.call(client, 1).u64(0).u64(0).build();
    assertThat(never.awaitOrCancel(WaitMode.POLL, 1)).isEqualTo(Status.TIMEOUT);
    assertThat(never.isLeaked()).isTrue();
    never.close();
    assertThat(guest.pages().allocate(1)).isNotEqualTo(never.address());
    assertThatThrownBy(never::submit).isInstanceOf(IllegalStateException.class);
  }

  /// A call may end while it is being cancelled. Whatever the host says of the cancellation then,
  /// the call has its result.
  @ParameterizedTest
  @ValueSource(ints = {Status.NOT_FOUND, Status.SEM_DESTROYED, Status.NOT_SUPPORTED})
  void aCallThatEndsAheadOfItsCancellationHasItsResult(int answer) {
    int client = guest.connect("HgbenchMessages", WaitMode.POLL);
    Message message = new Message().say(client, 1, 2, 3, new byte[0]);
    List<Integer> answers = new ArrayList<>();
    HgcmGuest late =
        machine.guest(
            new WatchedVcpu(
                machine.vcpu(),
                at -> {
                  if (isCancel(at)) {
                    machine.connector().hostCall("HgbenchMessages", 1, message).run();
                    RawGuest.await(() -> machine.device().requestsInFlight() == 0);
                  }
                },
                at -> {
                  if (isCancel(at)) {
                    RequestHeader header = new RequestHeader(machine.ram(), at);
                    answers.add(header.rc());
                    header.rc(answer);
                  }
                }));
    HgcmCall call = late.call(client, 7).u32(0).u32(0).build();
    assertThat(call.submit()).isEqualTo(Status.HGCM_ASYNC_EXECUTE);
    assertThat(call.awaitOrCancel(WaitMode.POLL, 1)).isEqualTo(Status.SUCCESS);
    assertThat(answers).containsExactly(Status.NOT_FOUND);
    assertThat(call.u32(0)).isEqualTo(1);
    assertThat(call.isLeaked()).isFalse();
  }

  private boolean isCancel(long at) {
    return new RequestHeader(machine.ram(), at).type() == RequestType.HGCM_CANCEL_2;
  }

  @Test
  void aClosedCallGivesItsPagesBack() {
    long first = guest.pages().allocate(16 * 4096);
    guest.pages().free(first);
    HgcmCall call = guest.call(1, 3).user(buffer, BYTES, Direction.BOTH).build();
    long meanwhile = guest.pages().allocate(16 * 4096);
    assertThat(meanwhile).isNotEqualTo(first);
    guest.pages().free(meanwhile);
    call.close();
    assertThat(guest.pages().allocate(16 * 4096)).isEqualTo(first);
  }

  /// A user's buffer travels in one of the driver's, an embedded one in the request.
  @Test
  void aDriverFindsItsBufferHoweverItIsCarried() {
    int both = Direction.BOTH;
    HgcmCall call =
        guest
            .call(1, 3)
            .pages(buffer, BYTES, both)
            .contiguous(buffer, BYTES, both)
            .noBounce(buffer, BYTES, both)
            .linear(ParameterType.LINEAR, buffer, BYTES)
            .linear(ParameterType.LINEAR_IN, buffer, BYTES)
            .linear(ParameterType.LINEAR_OUT, buffer, BYTES)
            .user(buffer, BYTES, both)
            .embedded(100, both)
            .u64(1)
            .build();
    for (int i = 0; i < 6; i++) {
      assertThat(call.bufferAddress(i)).as("parameter %d", i).isEqualTo(buffer);
    }
    assertThat(call.bufferAddress(6)).isNotEqualTo(buffer);
    assertThat(call.bufferAddress(7)).isBetween(call.address() + 44, call.address() + 4096);
    assertThatThrownBy(() -> call.bufferAddress(8))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no buffer: index=8 type=2");
  }

  @Test
  void aWaitHasABoundAndSaysWhatItWaitedFor() {
    int client = guest.connect("HgbenchMessages", WaitMode.IRQ);
    HgcmCall call = guest.call(client, 7).u32(0).u32(0).build();
    guest.timeoutNanos(1_000_000);
    assertThat(call.submit()).isEqualTo(Status.HGCM_ASYNC_EXECUTE);
    assertThatThrownBy(() -> call.await(WaitMode.IRQ))
        .isInstanceOf(HgcmTimeoutException.class)
        .hasMessageContaining("request=0x%x".formatted(call.address()))
        .hasMessageContaining("done=false");
  }

  @Test
  void buffersHaveLimits() {
    CallBuilder call = guest.call(1, 1);
    assertOutOfRange(() -> call.pages(0, (16 << 20) + 1, Direction.BOTH));
    assertOutOfRange(() -> call.contiguous(0, (16 << 20) + 1, Direction.BOTH));
    assertOutOfRange(() -> call.noBounce(0, (16 << 20) + 1, Direction.BOTH));
    assertOutOfRange(() -> call.user(0, (24 << 20) + 1, Direction.BOTH));
    assertOutOfRange(() -> call.embedded((64 << 10) + 1, Direction.BOTH));
    for (int i = 0; i < 16; i++) {
      call.embedded(64 << 10, Direction.BOTH);
    }
    assertOutOfRange(call::build);
  }

  private static void assertOutOfRange(ThrowingCallable what) {
    assertThatThrownBy(what)
        .isInstanceOfSatisfying(
            HgcmException.class, e -> assertThat(e.status()).isEqualTo(Status.OUT_OF_RANGE));
  }

  /// The largest buffer that each way carries, there and back.
  @ParameterizedTest
  @EnumSource(Carrier.class)
  void aLargeBufferArrivesWhole(Carrier carrier) {
    int bytes = carrier == Carrier.EMBEDDED ? 64 << 10 : 16 << 20;
    long own = guest.pages().allocate(bytes + 4096) + 40;
    int sink = guest.connect("HgbenchSink", WaitMode.IRQ);
    int echo = guest.connect("HgbenchEcho", WaitMode.IRQ);
    HgcmCall write = guest.call(sink, 2).buffer(carrier, own, bytes, Direction.TO_HOST).build();
    HgcmCall query = guest.call(sink, 3).u64(0).u64(0).build();
    long sent = guest.ram().fillWords(write.bufferAddress(0), bytes, WORD);
    assertThat(write.run(WaitMode.IRQ)).isEqualTo(Status.SUCCESS);
    assertThat(query.run(WaitMode.IRQ)).isEqualTo(Status.SUCCESS);
    assertThat(query.u64(1)).isEqualTo(sent);
    HgcmCall read =
        guest.call(echo, 2).u64(~WORD).buffer(carrier, own, bytes, Direction.FROM_HOST).build();
    assertThat(read.run(WaitMode.IRQ)).isEqualTo(Status.SUCCESS);
    long at = read.bufferAddress(1);
    assertThat(carrier == Carrier.EMBEDDED || at == own).isTrue();
    long received = guest.ram().sum(at, bytes);
    assertThat(received).isEqualTo(guest.ram().fillWords(at, bytes, ~WORD));
    assertThatThrownBy(() -> read.bufferAddress(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void severalCallsInFlightShareAnInterrupt() {
    int client = guest.connect("HgbenchMessages", WaitMode.IRQ);
    int other = guest.connect("HgbenchMessages", WaitMode.IRQ);
    HgcmCall first = guest.call(client, 7).u32(0).u32(0).build();
    HgcmCall second = guest.call(other, 7).u32(0).u32(0).build();
    CounterValues before = machine.counters();
    first.submit();
    second.submit();
    for (int id : new int[] {client, other}) {
      Message message = new Message().say(id, 7, 0, 0, new byte[0]);
      assertThat(machine.connector().hostCall("HgbenchMessages", 1, message).run()).isZero();
    }
    assertThat(first.await(WaitMode.IRQ)).isEqualTo(Status.SUCCESS);
    assertThat(second.await(WaitMode.IRQ)).isEqualTo(Status.SUCCESS);
    assertThat(machine.counters().since(before)).isEqualTo(new CounterValues(3, 1, 2, 0));
  }

  @Test
  void aResetLeavesNothingBehind() {
    int client = guest.connect("HgbenchMessages", WaitMode.IRQ);
    HgcmCall call = guest.call(client, 7).u32(0).u32(0).build();
    call.submit();
    machine.machine().host().reset();
    assertThat(call.isDone()).isFalse();
    assertThat(machine.device().requestsInFlight()).isZero();
    assertThat(machine.connector().clientCount()).isZero();
    assertThat(call.submit()).isEqualTo(Status.NOT_SUPPORTED);
    guest.probe();
    assertThat(call.submit()).isEqualTo(Status.HGCM_INVALID_CLIENT_ID);
  }
}
