package org.hgbench.hgcm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.hgbench.hgcm.guest.HgcmCall;
import org.hgbench.hgcm.guest.WaitMode;
import org.hgbench.hgcm.wire.CallRequest;
import org.hgbench.hgcm.wire.CancelRequest;
import org.hgbench.hgcm.wire.ParameterType;
import org.hgbench.hgcm.wire.Parameters;
import org.hgbench.hgcm.wire.RequestType;
import org.hgbench.hgcm.wire.Requestor;
import org.hgbench.hgcm.wire.Status;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Requests that were honest before random words of them changed, some of them while the host looks
/// at them. The host must survive all, and be as good as new after a reset.
class MutatedRequestTest {
  private static final int REQUESTS = Boolean.getBoolean("hgbench.long") ? 1_000_000 : 10_000;
  private static final int WORDS = 40;
  private static final List<String> SERVICES =
      List.of("HgbenchEcho", "HgbenchSink", "HgbenchMessages");
  private static final int[] INTERESTING = {
    0,
    1,
    2,
    3,
    4,
    5,
    10,
    11,
    12,
    13,
    15,
    16,
    31,
    32,
    33,
    43,
    44,
    60,
    63,
    64,
    65,
    4095,
    4096,
    4097,
    0xFFFF,
    0x10001,
    1 << 20,
    128 << 20,
    Integer.MAX_VALUE,
    Integer.MIN_VALUE,
    -1,
    -2,
    -16,
    -4096
  };

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void theHostSurvivesThemAll(long seed) throws InterruptedException {
    SplittableRandom random = new SplittableRandom(seed);
    try (RawGuest guest = new RawGuest(TestMachine.with())) {
      SplittableRandom racing = random.split();
      Thread racer = Thread.ofPlatform().start(() -> race(guest, racing));
      for (int i = 0; i < REQUESTS / 2; i++) {
        int client = 1 + random.nextInt(6);
        template(guest, random, client);
        mutate(guest, random);
        guest.submit();
        if (i % 64 == 0) {
          settle(guest);
        }
      }
      racer.interrupt();
      racer.join();
      settle(guest);
      guest.machine().machine().host().reset();
      assertThat(guest.machine().device().requestsInFlight()).isZero();
      assertThat(guest.machine().device().buffersInUse()).isZero();
      assertThat(guest.machine().connector().callCount()).isZero();
      for (Requestor.Pool pool : Requestor.Pool.values()) {
        assertThat(guest.machine().device().budgetUsed(pool)).isZero();
      }
      guest.honest().probe();
      int client = guest.connect("HgbenchEcho");
      HgcmCall call = guest.honest().call(client, 1).u64(20).u64(22).build();
      assertThat(call.run(WaitMode.POLL)).isEqualTo(Status.SUCCESS);
      assertThat(call.u64(1)).isEqualTo(42);
    }
  }

  /// A second vCPU that changes words of the request at any time.
  private static void race(RawGuest guest, SplittableRandom random) {
    while (!Thread.interrupted()) {
      guest.ram().u32(guest.request + 4L * random.nextInt(RawGuest.LIST / 4), interesting(random));
      for (int i = random.nextInt(2000); i > 0; i--) {
        Thread.onSpinWait();
      }
    }
  }

  private static void template(RawGuest guest, SplittableRandom random, int client) {
    switch (random.nextInt(8)) {
      case 0 -> guest.connectRequest(2, SERVICES.get(random.nextInt(SERVICES.size())));
      case 1 -> guest.disconnectRequest(client);
      case 2 -> {
        guest.head(CancelRequest.SIZE, RequestType.HGCM_CANCEL_2);
        new CancelRequest(guest.ram(), guest.request).address((int) guest.request);
      }
      default -> call(guest, random, client);
    }
  }

  private static void call(RawGuest guest, SplittableRandom random, int client) {
    int count = 1 + random.nextInt(4);
    Parameters parameters = guest.call(client, 1 + random.nextInt(8), count);
    if (random.nextInt(4) == 0) {
      guest.head(RawGuest.REQUEST_SIZE, RequestType.HGCM_CALL_32);
      new CallRequest(guest.ram(), guest.request).write(client, 1 + random.nextInt(8), count);
      parameters = new Parameters(guest.ram(), guest.request, Parameters.NARROW);
    }
    int bytes = random.nextInt(3 * 4096);
    int direction = 1 + random.nextInt(3);
    guest.list(direction, random.nextInt(4096), 4);
    for (int i = 0; i < count; i++) {
      switch (random.nextInt(7)) {
        case 0 -> parameters.writeU32(i, random.nextInt());
        case 1 -> parameters.writeU64(i, random.nextLong());
        case 2 -> parameters.writePages(i, ParameterType.PAGE_LIST, bytes, RawGuest.LIST);
        case 3 -> parameters.writePages(i, ParameterType.NO_BOUNCE, bytes, RawGuest.LIST);
        case 4 -> parameters.writeEmbedded(i, direction, RawGuest.LIST, bytes % 1024);
        case 5 -> parameters.writeLinear(i, ParameterType.LINEAR, bytes, guest.buffer);
        default -> {
          guest.list(direction, random.nextInt(4096), 1);
          parameters.writePages(i, ParameterType.CONTIGUOUS, bytes, RawGuest.LIST);
        }
      }
    }
  }

  private static void mutate(RawGuest guest, SplittableRandom random) {
    for (int n = random.nextInt(4); n > 0; n--) {
      boolean list = random.nextInt(4) == 0;
      long at = guest.request + (list ? RawGuest.LIST : 0) + 4L * random.nextInt(WORDS);
      int word = guest.ram().u32(at);
      guest.ram().u32(at, random.nextBoolean() ? interesting(random) : word ^ bit(random));
    }
  }

  private static int interesting(SplittableRandom random) {
    return INTERESTING[random.nextInt(INTERESTING.length)];
  }

  private static int bit(SplittableRandom random) {
    return 1 << random.nextInt(32);
  }

  /// Waits until the services have seen everything.
  private static void settle(RawGuest guest) {
    for (String service : SERVICES) {
      guest.machine().connector().onServiceThread(service, () -> {});
    }
  }
}
