package org.hgbench.hgcm.service.bench;

import static org.hgbench.hgcm.service.ServiceParameter.Kind.BUFFER;
import static org.hgbench.hgcm.service.ServiceParameter.Kind.U64;

import org.hgbench.hgcm.service.HgcmService;
import org.hgbench.hgcm.service.HgcmServiceProvider;
import org.hgbench.hgcm.service.ServiceCall;
import org.hgbench.hgcm.service.Signature;
import org.hgbench.hgcm.wire.Status;
import org.hgbench.machine.settings.Settings;

/// Takes what the guest sends and adds it up, so that it is known to have been read.
///
/// | function | parameters | what it does |
/// |---|---|---|
/// | 1 | u64, u64 | adds both to the sum |
/// | 2 | buffer in | adds all words of the buffer to the sum |
/// | 3 | u64 out, u64 out | answers the number of calls of 1 and 2 and the sum, and resets both |
public final class SinkService implements HgcmService {
  /// Two scalars in.
  public static final int SCALARS = 1;

  /// A buffer in.
  public static final int BUFFER_IN = 2;

  /// Count and sum out.
  public static final int QUERY = 3;

  private static final Signature TWO_SCALARS = Signature.of(U64, U64);
  private static final Signature ONE_BUFFER = Signature.of(BUFFER);

  private long count;
  private long sum;

  /// Finds the service by the name `HgbenchSink`.
  public static final class Provider implements HgcmServiceProvider {
    /// Creates the provider.
    public Provider() {}

    @Override
    public String name() {
      return "HgbenchSink";
    }

    @Override
    public HgcmService create(Settings config) {
      return new SinkService();
    }
  }

  @Override
  public int call(ServiceCall call) {
    return switch (call.function()) {
      case SCALARS -> scalars(call);
      case BUFFER_IN -> buffer(call);
      case QUERY -> query(call);
      default -> Status.NOT_IMPLEMENTED;
    };
  }

  private int scalars(ServiceCall call) {
    int status = TWO_SCALARS.check(call);
    if (status == Status.SUCCESS) {
      count++;
      sum += call.parameter(0).u64() + call.parameter(1).u64();
    }
    return status;
  }

  private int buffer(ServiceCall call) {
    int status = ONE_BUFFER.check(call);
    if (status == Status.SUCCESS) {
      count++;
      sum += call.parameter(0).payload().sum();
    }
    return status;
  }

  private int query(ServiceCall call) {
    int status = TWO_SCALARS.check(call);
    if (status == Status.SUCCESS) {
      call.parameter(0).u64(count);
      call.parameter(1).u64(sum);
      count = 0;
      sum = 0;
    }
    return status;
  }
}
