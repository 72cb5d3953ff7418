package org.hgbench.hgcm;

import java.util.concurrent.TimeUnit;
import org.hgbench.hgcm.guest.HgcmGuest;
import org.hgbench.hgcm.guest.WaitMode;
import org.hgbench.hgcm.wire.CallRequest;
import org.hgbench.hgcm.wire.CancelRequest;
import org.hgbench.hgcm.wire.ConnectRequest;
import org.hgbench.hgcm.wire.DisconnectRequest;
import org.hgbench.hgcm.wire.HgcmHeader;
import org.hgbench.hgcm.wire.IoPorts;
import org.hgbench.hgcm.wire.PageList;
import org.hgbench.hgcm.wire.Parameters;
import org.hgbench.hgcm.wire.RequestHeader;
import org.hgbench.hgcm.wire.RequestType;
import org.hgbench.hgcm.wire.Requestor;
import org.hgbench.hgcm.wire.Status;
import org.hgbench.machine.memory.GuestMemory;

/// A guest that writes whatever it likes. It has reported itself through an honest driver, which is
/// also how the next honest operation is tried.
final class RawGuest implements AutoCloseable {
  static final int LIST = 1024;
  static final int REQUEST_SIZE = 2048;

  private final TestMachine machine;
  private final HgcmGuest honest;
  private final GuestMemory ram;
  final long request;
  final long buffer;

  RawGuest(TestMachine machine) {
    this.machine = machine;
    this.honest = machine.probedGuest();
    this.ram = machine.ram();
    this.request = machine.pages().allocate(4 * 4096);
    this.buffer = machine.pages().allocate(16 * 4096);
  }

  TestMachine machine() {
    return machine;
  }

  HgcmGuest honest() {
    return honest;
  }

  GuestMemory ram() {
    return ram;
  }

  int connect(String service) {
    return honest.connect(service, WaitMode.POLL);
  }

  /// Writes a head, and zeroes behind it.
  RequestHeader head(int size, int type) {
    ram.clear(request, 4 * 4096);
    RequestHeader header = new RequestHeader(ram, request);
    header.write(size, type, Requestor.OTHER_DRIVER);
    new HgcmHeader(ram, request).rewind();
    return header;
  }

  /// Writes a 64-bit call whose parameters are all zero.
  Parameters call(int clientId, int function, int parameterCount) {
    head(REQUEST_SIZE, RequestType.HGCM_CALL_64);
    CallRequest call = new CallRequest(ram, request);
    call.write(clientId, function, parameterCount);
    return call.parameters(RequestType.HGCM_CALL_64);
  }

  /// Writes a page list at [#LIST] whose pages are those of the buffer.
  PageList list(int direction, int firstOffset, int pageCount) {
    PageList list = new PageList(ram, request + LIST);
    list.write(direction, firstOffset, pageCount);
    for (int i = 0; i < Math.min(pageCount, 16); i++) {
      list.page(i, buffer + i * 4096L);
    }
    return list;
  }

  void connectRequest(int location, String service) {
    head(ConnectRequest.SIZE, RequestType.HGCM_CONNECT);
    new ConnectRequest(ram, request).write(location, service);
  }

  void disconnectRequest(int clientId) {
    head(DisconnectRequest.SIZE, RequestType.HGCM_DISCONNECT);
    new DisconnectRequest(ram, request).clientId(clientId);
  }

  /// Writes the address to the request port and returns `rc`.
  int submit() {
    out((int) request);
    return new RequestHeader(ram, request).rc();
  }

  /// Submits, waits if it is under way, and returns what came of it.
  int run() {
    int rc = submit();
    return rc == Status.HGCM_ASYNC_EXECUTE ? await() : rc;
  }

  /// Waits until the request is done.
  int await() {
    HgcmHeader header = new HgcmHeader(ram, request);
    await(header::isDone);
    return header.result();
  }

  /// Waits until something holds, with a bound.
  static void await(java.util.function.BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("waited 10 s in vain");
      }
      Thread.onSpinWait();
    }
  }

  /// Cancels by address and returns `rc`, from a page of its own.
  int cancel(int address) {
    long at = request + 3 * 4096;
    new RequestHeader(ram, at)
        .write(CancelRequest.SIZE, RequestType.HGCM_CANCEL_2, Requestor.OTHER_DRIVER);
    new CancelRequest(ram, at).address(address);
    out((int) at);
    return new RequestHeader(ram, at).rc();
  }

  void out(int address) {
    machine.vcpu().out(IoPorts.DEFAULT_BASE + IoPorts.REQUEST, address);
  }

  HgcmHeader hgcm() {
    return new HgcmHeader(ram, request);
  }

  @Override
  public void close() {
    machine.close();
  }
}
