package org.hgbench.hgcm.guest;

import org.hgbench.hgcm.wire.HgcmHeader;
import org.hgbench.hgcm.wire.PageList;
import org.hgbench.hgcm.wire.ParameterType;
import org.hgbench.hgcm.wire.Parameters;
import org.hgbench.hgcm.wire.RequestHeader;
import org.hgbench.hgcm.wire.Status;
import org.hgbench.machine.boundary.Vcpu;

/// A request in guest RAM, made once and submitted as often as one likes. In flight, it belongs to
/// the host.
public final class HgcmCall implements AutoCloseable {
  private static final BounceBuffer[] NO_BOUNCES = {};
  private static final long GRACE_NANOS = 500_000_000L;
  private static final long LONG_GRACE_NANOS = 2_000_000_000L;

  // Link and vCPU of the wait queue, under its lock.
  HgcmCall nextWaiting;
  Vcpu waiter;

  private final HgcmGuest guest;
  private final long address;
  private final RequestHeader header;
  private final HgcmHeader hgcm;
  private final Parameters parameters;
  private BounceBuffer[] bounces = NO_BOUNCES;
  private int acknowledgedBefore;
  private boolean leaked;

  HgcmCall(HgcmGuest guest, long address, int size, int type, int requestor) {
    this.guest = guest;
    this.address = address;
    this.header = new RequestHeader(guest.ram(), address);
    this.hgcm = new HgcmHeader(guest.ram(), address);
    this.parameters = new Parameters(guest.ram(), address, Parameters.stride(type));
    header.write(size, type, requestor);
    hgcm.rewind();
  }

  /// The buffers of users that are copied through buffers of the driver.
  void bounce(BounceBuffer[] buffers) {
    bounces = buffers;
  }

  /// Submits and waits. Returns the result of the service, or the error of the transport.
  ///
  /// @throws HgcmTimeoutException if the host takes too long
  public int run(WaitMode wait) {
    int rc = submit();
    return rc == Status.HGCM_ASYNC_EXECUTE ? await(wait) : rc;
  }

  /// Hands the request to the host: one trap. Returns what the transport says; the request is in
  /// flight if that is `HGCM_ASYNC_EXECUTE`.
  ///
  /// @throws IllegalStateException if the call was given up and the host may still write to it
  public int submit() {
    if (leaked) {
      throw new IllegalStateException("leaked call: request=0x%x".formatted(address));
    }
    for (BounceBuffer bounce : bounces) {
      guest.copied(bounce.toDriver(guest.ram()));
    }
    header.rc(Status.GENERAL_FAILURE);
    hgcm.rewind();
    acknowledgedBefore = guest.acknowledgements();
    guest.submit(address);
    return header.rc();
  }

  /// Waits for the end of a request in flight and returns the result of the service.
  ///
  /// @throws HgcmTimeoutException if the host takes too long; the request is still in flight then
  public int await(WaitMode wait) {
    if (!ends(wait, guest.timeoutNanos())) {
      throw guest.timeout(this, wait);
    }
    return finish();
  }

  /// Waits for the end of a request in flight, but only so long; then the call is cancelled.
  /// Returns the result of the service, or TIMEOUT.
  ///
  /// If the host says that there is nothing to cancel, the end must be near, and is waited for a
  /// while. If it does not come, the request and its buffers are never used again: better to leak
  /// them than to have the host write to memory that is something else by then.
  public int awaitOrCancel(WaitMode wait, long nanos) {
    if (ends(wait, nanos)) {
      return finish();
    }
    int status = guest.cancel(address);
    if (status == Status.SUCCESS) {
      return Status.TIMEOUT;
    }
    boolean endIsNear = status == Status.NOT_FOUND || status == Status.SEM_DESTROYED;
    if (ends(wait, endIsNear ? GRACE_NANOS : LONG_GRACE_NANOS)) {
      return finish();
    }
    leaked = true;
    return Status.TIMEOUT;
  }

  /// Whether the call was given up and the host may still write to it.
  public boolean isLeaked() {
    return leaked;
  }

  private boolean ends(WaitMode wait, long nanos) {
    return switch (wait) {
      case IRQ -> guest.awaitInterrupt(this, acknowledgedBefore, nanos);
      case POLL -> guest.poll(this, nanos);
    };
  }

  private int finish() {
    for (BounceBuffer bounce : bounces) {
      guest.copied(bounce.toUser(guest.ram()));
    }
    return hgcm.result();
  }

  /// Whether the host has finished.
  public boolean isDone() {
    return hgcm.isDone();
  }

  /// What the transport said last.
  public int rc() {
    return header.rc();
  }

  /// What the service said last.
  public int result() {
    return hgcm.result();
  }

  /// The guest-physical address of the request.
  public long address() {
    return address;
  }

  /// A 32-bit parameter.
  public int u32(int index) {
    return parameters.u32(index);
  }

  /// Changes a 32-bit parameter.
  public void u32(int index, int value) {
    parameters.u32(index, value);
  }

  /// A 64-bit parameter.
  public long u64(int index) {
    return parameters.u64(index);
  }

  /// Changes a 64-bit parameter.
  public void u64(int index, long value) {
    parameters.u64(index, value);
  }

  /// The size of a buffer that is not embedded, as the host left it.
  public int bufferSize(int index) {
    return parameters.bufferSize(index);
  }

  /// The size of an embedded buffer, as the host left it.
  public int embeddedSize(int index) {
    return parameters.embeddedSize(index);
  }

  /// Where the first byte of a buffer lies in guest RAM, however the request carries it. A buffer
  /// of a user's is the driver's own here.
  ///
  /// @throws IllegalArgumentException if the parameter is no buffer
  public long bufferAddress(int index) {
    int type = parameters.type(index);
    return switch (type) {
      case ParameterType.EMBEDDED -> address + parameters.embeddedOffset(index);
      case ParameterType.PAGE_LIST, ParameterType.CONTIGUOUS, ParameterType.NO_BOUNCE -> {
        long list = address + parameters.listOffset(index);
        yield PageList.page(guest.ram(), list, 0) + PageList.firstOffset(guest.ram(), list);
      }
      case ParameterType.LINEAR, ParameterType.LINEAR_IN, ParameterType.LINEAR_OUT ->
          parameters.linearAddress(index);
      default ->
          throw new IllegalArgumentException("no buffer: index=%d type=%d".formatted(index, type));
    };
  }

  /// Gives the pages of the request and of the driver's buffers back, unless they are leaked. The
  /// request must not be in flight.
  @Override
  public void close() {
    if (!leaked) {
      guest.pages().free(address);
      for (BounceBuffer bounce : bounces) {
        guest.pages().free(bounce.driverAddress());
      }
    }
  }
}
