package org.hgbench.hgcm;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.hgbench.hgcm.service.HgcmService;
import org.hgbench.hgcm.service.HgcmServiceProvider;
import org.hgbench.hgcm.service.ServiceCall;
import org.hgbench.hgcm.service.ServiceClient;
import org.hgbench.hgcm.wire.Status;
import org.hgbench.machine.settings.Settings;

/// A service that does what services should not.
public final class MisbehavingService implements HgcmService {
  static final String NAME = "HgbenchMisbehaving";

  /// Says that it returns 4 GiB less one byte.
  static final int RETURNS_TOO_MUCH = 1;

  /// Completes the call itself, twice, and then returns another result.
  static final int COMPLETES_THRICE = 2;

  /// Completes the call of its last client again, with the ticket it had.
  static final int COMPLETES_AN_OLD_CALL = 3;

  /// Throws.
  static final int THROWS = 4;

  /// Does not return before [#release]; then it looks at its buffer.
  static final int HANGS = 5;

  private static final CountDownLatch RELEASED = new CountDownLatch(1);
  private static final CompletableFuture<Long> SUM = new CompletableFuture<>();

  private final int connect;
  private ServiceCall oldCall;
  private long oldTicket;

  /// Answers `connect` to whoever wants to become a client.
  private MisbehavingService(int connect) {
    this.connect = connect;
  }

  public static final class Provider implements HgcmServiceProvider {
    @Override
    public String name() {
      return NAME;
    }

    @Override
    public HgcmService create(Settings config) {
      return new MisbehavingService(config.integer("Connect", Status.SUCCESS));
    }
  }

  /// Ends every call that hangs, and returns the sum of the buffer of the first one.
  static long release() throws Exception {
    RELEASED.countDown();
    return SUM.get(10, TimeUnit.SECONDS);
  }

  private static void hang() {
    try {
      RELEASED.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public int connect(ServiceClient client) {
    return connect;
  }

  @Override
  public int call(ServiceCall call) {
    return switch (call.function()) {
      case RETURNS_TOO_MUCH -> {
        call.parameter(0).payload().fillWords(-1);
        call.parameter(0).returns(-1);
        yield Status.SUCCESS;
      }
      case COMPLETES_THRICE -> {
        oldCall = call;
        oldTicket = call.ticket();
        call.complete(oldTicket, 11);
        call.complete(oldTicket, 12);
        yield 13;
      }
      case COMPLETES_AN_OLD_CALL -> {
        oldCall.complete(oldTicket, 14);
        oldCall.complete(0, 15);
        yield 16;
      }
      case HANGS -> {
        hang();
        SUM.complete(call.parameter(0).payload().sum());
        yield Status.SUCCESS;
      }
      case THROWS -> throw new IllegalStateException("on purpose");
      default -> Status.NOT_IMPLEMENTED;
    };
  }
}
