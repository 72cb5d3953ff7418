package org.hgbench.hgcm;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicLong;
import org.hgbench.hgcm.guest.CallBuilder;
import org.hgbench.hgcm.guest.HgcmCall;
import org.hgbench.hgcm.guest.HgcmGuest;
import org.hgbench.hgcm.guest.WaitMode;
import org.hgbench.hgcm.wire.Direction;
import org.hgbench.hgcm.wire.ParameterType;
import org.hgbench.hgcm.wire.Status;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A warm call allocates nothing, on either side, whatever its parameters are.
@Tag("allocation")
class CallAllocationTest {
  private static final int CALLS = 4_000;
  private static final int MOST_ROUNDS = 12;

  /// No service has this function, but all parameters go there and back all the same.
  private static final int NO_FUNCTION = 99;

  private static final int BYTES = 300;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /// Small requests lie in one page, those that are larger than a page do not.
  @ParameterizedTest
  @ValueSource(ints = {BYTES, 5_000})
  void aWarmCallAllocatesNothing(int embeddedBytes) {
    try (TestMachine machine = TestMachine.with()) {
      HgcmGuest guest = machine.probedGuest();
      int client = guest.connect("HgbenchEcho", WaitMode.IRQ);
      AtomicLong service = new AtomicLong();
      machine
          .connector()
          .onServiceThread("HgbenchEcho", () -> service.set(Thread.currentThread().threadId()));
      HgcmCall wide = build(guest, guest.call(client, NO_FUNCTION), embeddedBytes);
      HgcmCall narrow = build(guest, guest.call32(client, NO_FUNCTION), embeddedBytes);
      // The least of several rounds: code that the compiler has not seen yet may allocate.
      long least = Long.MAX_VALUE;
      for (int round = 0; round < MOST_ROUNDS && least >= CALLS; round++) {
        long before = allocated(service.get());
        for (int i = 0; i < CALLS / 2; i++) {
          wide.run(WaitMode.IRQ);
          narrow.run(WaitMode.IRQ);
        }
        least = Math.min(least, allocated(service.get()) - before);
      }
      assertThat(wide.result()).isEqualTo(Status.NOT_IMPLEMENTED);
      assertThat(narrow.result()).isEqualTo(Status.NOT_IMPLEMENTED);
      assertThat(least).as("bytes allocated by %d calls", CALLS).isLessThan(CALLS);
    }
  }

  private static HgcmCall build(HgcmGuest guest, CallBuilder call, int embeddedBytes) {
    long buffer = guest.pages().allocate(BYTES);
    return call.u32(1)
        .u64(2)
        .pages(buffer, BYTES, Direction.BOTH)
        .embedded(embeddedBytes, Direction.BOTH)
        .contiguous(buffer, BYTES, Direction.BOTH)
        .noBounce(buffer, BYTES, Direction.BOTH)
        .user(buffer, BYTES, Direction.BOTH)
        .linear(ParameterType.LINEAR, buffer, BYTES)
        .linear(ParameterType.LINEAR_IN, buffer, BYTES)
        .linear(ParameterType.LINEAR_OUT, buffer, BYTES)
        .build();
  }

  private long allocated(long service) {
    return threads.getCurrentThreadAllocatedBytes() + threads.getThreadAllocatedBytes(service);
  }
}
