package org.hgbench.hgcm.host;

import org.hgbench.hgcm.wire.CallRequest;
import org.hgbench.hgcm.wire.CancelRequest;
import org.hgbench.hgcm.wire.ConnectRequest;
import org.hgbench.hgcm.wire.DisconnectRequest;
import org.hgbench.hgcm.wire.HgcmHeader;
import org.hgbench.hgcm.wire.Parameters;
import org.hgbench.hgcm.wire.RequestHeader;
import org.hgbench.hgcm.wire.RequestType;
import org.hgbench.machine.memory.GuestMemory;
import org.hgbench.machine.memory.MemoryRegion;
import org.hgbench.machine.trace.Stage;
import org.hgbench.machine.trace.Stamps;

/// A request somewhere in memory, with every way to look at it made once.
///
/// Each thread has private copies of its own, a page for the common case and one that holds the
/// largest request, so that an EMT never waits for another.
///
/// @param memory where the request is
/// @param header its head
/// @param hgcm its second head, if it is an HGCM request
/// @param connect the request as a connect
/// @param disconnect the request as a disconnect
/// @param cancel the request as a cancel by address
/// @param call the request as a call
/// @param wide the parameters of a 64-bit call
/// @param narrow the parameters of a 32-bit call
record RequestCopy(
    GuestMemory memory,
    RequestHeader header,
    HgcmHeader hgcm,
    ConnectRequest connect,
    DisconnectRequest disconnect,
    CancelRequest cancel,
    CallRequest call,
    Parameters wide,
    Parameters narrow) {
  private static final ThreadLocal<Pair> OF_THREAD = ThreadLocal.withInitial(Pair::new);

  private static final class Pair {
    private final RequestCopy small = of(GuestMemory.allocate(MemoryRegion.PAGE));
    private RequestCopy large;
  }

  private static RequestCopy of(GuestMemory memory) {
    return new RequestCopy(
        memory,
        new RequestHeader(memory, 0),
        new HgcmHeader(memory, 0),
        new ConnectRequest(memory, 0),
        new DisconnectRequest(memory, 0),
        new CancelRequest(memory, 0),
        new CallRequest(memory, 0),
        new Parameters(memory, 0, Parameters.WIDE),
        new Parameters(memory, 0, Parameters.NARROW));
  }

  /// This thread's copy for a request of a size that has been checked.
  static RequestCopy ofThread(int size) {
    Pair pair = OF_THREAD.get();
    if (size <= MemoryRegion.PAGE) {
      return pair.small;
    }
    if (pair.large == null) {
      pair.large = of(GuestMemory.allocate(RequestHeader.MAX_REQUEST_SIZE));
    }
    return pair.large;
  }

  /// Says what the service said, writes the request back to where it came from, and then, in a
  /// write of its own, that it is done.
  void finish(PhysicalMemory target, long address, int size, int status) {
    hgcm.result(status);
    target.write(address, memory, 0, size);
    Stamps.stamp(Stage.COPIED_OUT);
    target.releaseU32(address + HgcmHeader.FLAGS, hgcm.flags() | HgcmHeader.DONE);
  }

  /// The parameters of a call of this request type.
  Parameters parameters(int type) {
    return type == RequestType.HGCM_CALL_32 ? narrow : wide;
  }
}
