package org.hgbench.hgcm.service.bench;

import static org.hgbench.hgcm.service.ServiceParameter.Kind.BUFFER;
import static org.hgbench.hgcm.service.ServiceParameter.Kind.U64;

import org.hgbench.hgcm.service.HgcmService;
import org.hgbench.hgcm.service.HgcmServiceProvider;
import org.hgbench.hgcm.service.ServiceCall;
import org.hgbench.hgcm.service.Signature;
import org.hgbench.hgcm.wire.Status;
import org.hgbench.machine.settings.Settings;

/// Answers what can be checked.
///
/// | function | parameters | what it does |
/// |---|---|---|
/// | 1 | u64 a, u64 b | answers b, a + b |
/// | 2 | u64 word, buffer out | fills the buffer with the repeating little-endian word |
/// | 3 | buffer in and out | reads every byte of the buffer and answers it as it is |
public final class EchoService implements HgcmService {
  /// Two scalars in and out.
  public static final int SCALARS = 1;

  /// A buffer out.
  public static final int FILL = 2;

  /// A buffer in and out.
  public static final int ECHO = 3;

  private static final Signature TWO_SCALARS = Signature.of(U64, U64);
  private static final Signature WORD_AND_BUFFER = Signature.of(U64, BUFFER);
  private static final Signature ONE_BUFFER = Signature.of(BUFFER);

  /// What was read last, so that reading has a use.
  private long lastSum;

  /// Finds the service by the name `HgbenchEcho`.
  public static final class Provider implements HgcmServiceProvider {
    /// Creates the provider.
    public Provider() {}

    @Override
    public String name() {
      return "HgbenchEcho";
    }

    @Override
    public HgcmService create(Settings config) {
      return new EchoService();
    }
  }

  @Override
  public int call(ServiceCall call) {
    return switch (call.function()) {
      case SCALARS -> scalars(call);
      case FILL -> fill(call);
      case ECHO -> echo(call);
      default -> Status.NOT_IMPLEMENTED;
    };
  }

  /// The sum of the last buffer that was echoed.
  public long lastSum() {
    return lastSum;
  }

  private int scalars(ServiceCall call) {
    int status = TWO_SCALARS.check(call);
    if (status == Status.SUCCESS) {
      long a = call.parameter(0).u64();
      long b = call.parameter(1).u64();
      call.parameter(0).u64(b);
      call.parameter(1).u64(a + b);
    }
    return status;
  }

  private int fill(ServiceCall call) {
    int status = WORD_AND_BUFFER.check(call);
    if (status == Status.SUCCESS) {
      call.parameter(1).payload().fillWords(call.parameter(0).u64());
    }
    return status;
  }

  private int echo(ServiceCall call) {
    int status = ONE_BUFFER.check(call);
    if (status == Status.SUCCESS) {
      lastSum = call.parameter(0).payload().sum();
    }
    return status;
  }
}
