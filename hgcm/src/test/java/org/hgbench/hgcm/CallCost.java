package org.hgbench.hgcm;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.hgbench.hgcm.guest.HgcmCall;
import org.hgbench.hgcm.guest.HgcmGuest;
import org.hgbench.hgcm.guest.WaitMode;
import org.hgbench.hgcm.wire.Direction;
import org.hgbench.hgcm.wire.Status;

/// What does a call cost, in time and in bytes allocated by all threads? A first look, for whoever
/// works on this module; the suite's figures come from its benchmarks.
///
/// Arguments: wait mode of the guest, of the service, kind of payload, bytes, calls.
final class CallCost {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private CallCost() {}

  public static void main(String[] arguments) {
    WaitMode wait = WaitMode.valueOf(arguments[0]);
    String kind = arguments[2];
    int bytes = Integer.parseInt(arguments[3]);
    int calls = Integer.parseInt(arguments[4]);
    try (TestMachine machine =
        TestMachine.with("Devices/vmm/0/Config/ServiceWait=" + arguments[1])) {
      HgcmGuest guest = machine.probedGuest();
      int client = guest.connect("HgbenchEcho", wait);
      HgcmCall call = call(guest, client, kind, bytes);
      for (int round = 0; round < 10; round++) {
        run(call, wait, calls);
        long allocated = allocatedBytes();
        long start = System.nanoTime();
        run(call, wait, calls);
        double nanos = (System.nanoTime() - start) / (double) calls;
        System.out.printf(
            "%s/%s %s %d B: %.0f ns per call, %.3f B allocated per call%n",
            wait,
            arguments[1],
            kind,
            bytes,
            nanos,
            (allocatedBytes() - allocated) / (double) calls);
      }
    }
  }

  private static HgcmCall call(HgcmGuest guest, int client, String kind, int bytes) {
    long buffer = guest.pages().allocate(bytes + 1);
    return switch (kind) {
      case "scalars" -> guest.call(client, 1).u64(1).u64(2).build();
      case "pages" -> guest.call(client, 3).pages(buffer, bytes, Direction.BOTH).build();
      case "embedded" -> guest.call(client, 3).embedded(bytes, Direction.BOTH).build();
      case "contiguous" -> guest.call(client, 3).contiguous(buffer, bytes, Direction.BOTH).build();
      case "nobounce" -> guest.call(client, 3).noBounce(buffer, bytes, Direction.BOTH).build();
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private static void run(HgcmCall call, WaitMode wait, int calls) {
    for (int i = 0; i < calls; i++) {
      int result = call.run(wait);
      if (result != Status.SUCCESS) {
        throw new IllegalStateException("result=" + result);
      }
    }
  }

  private static long allocatedBytes() {
    long[] threads = THREADS.getAllThreadIds();
    return Arrays.stream(THREADS.getThreadAllocatedBytes(threads)).filter(b -> b > 0).sum();
  }
}
