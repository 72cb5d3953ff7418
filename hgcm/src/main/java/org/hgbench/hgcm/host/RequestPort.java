package org.hgbench.hgcm.host;

import org.hgbench.hgcm.wire.RequestHeader;
import org.hgbench.hgcm.wire.RequestType;
import org.hgbench.hgcm.wire.Status;
import org.hgbench.machine.memory.MemoryRegion;
import org.hgbench.machine.trace.Stage;
import org.hgbench.machine.trace.Stamps;

/// What happens to an address that the guest writes to the request port.
///
/// The request is read once, into a copy of the EMT's own. When the port write returns, `rc` and
/// the outputs of an ordinary request are in place; an HGCM request that is under way is left
/// alone.
///
/// Source: VirtualBox 7.0, src/VBox/Devices/VMMDev/VMMDev.cpp, vmmdevRequestHandler.
final class RequestPort {
  private final Object section;
  private final PhysicalMemory memory;
  private final GuestReport guest;
  private final PlainRequests plain;
  private final HgcmRequests hgcm;

  /// @param section the device's critical section
  RequestPort(
      Object section,
      PhysicalMemory memory,
      GuestReport guest,
      PlainRequests plain,
      HgcmRequests hgcm) {
    this.section = section;
    this.memory = memory;
    this.guest = guest;
    this.plain = plain;
    this.hgcm = hgcm;
  }

  void submit(int address) {
    submit(Integer.toUnsignedLong(address));
  }

  private void submit(long address) {
    Stamps.stamp(Stage.TRAPPED);
    RequestCopy head = RequestCopy.ofThread(RequestHeader.SIZE);
    memory.read(address, head.memory(), 0, RequestHeader.SIZE);
    RequestHeader header = head.header();
    int size = header.size();
    if (Integer.compareUnsigned(size, RequestHeader.SIZE) < 0
        || header.version() != RequestHeader.VERSION) {
      return;
    }
    if (Integer.compareUnsigned(size, RequestHeader.MAX_REQUEST_SIZE) > 0
        || !guest.allows(header.type())) {
      header.rc(Status.NOT_SUPPORTED);
      memory.write(address, head.memory(), 0, RequestHeader.SIZE);
      return;
    }
    RequestCopy copy = RequestCopy.ofThread(size);
    if (copy != head) {
      head.memory().copyTo(0, copy.memory(), 0, RequestHeader.SIZE);
    }
    int rest = size - RequestHeader.SIZE;
    memory.read(address + RequestHeader.SIZE, copy.memory(), RequestHeader.SIZE, rest);
    int status = dispatch(copy, address, size);
    if (status != Status.HGCM_ASYNC_EXECUTE) {
      copy.header().rc(status);
      memory.write(address, copy.memory(), 0, size);
    }
  }

  private int dispatch(RequestCopy copy, long address, int size) {
    int type = copy.header().type();
    synchronized (section) {
      return switch (type) {
        case RequestType.HGCM_CONNECT -> hgcm.connect(copy, address, size, isInPage(address, size));
        case RequestType.HGCM_DISCONNECT ->
            hgcm.disconnect(copy, address, size, isInPage(address, size));
        case RequestType.HGCM_CALL_32, RequestType.HGCM_CALL_64 ->
            hgcm.call(copy, address, size, isInPage(address, size));
        case RequestType.HGCM_CANCEL -> hgcm.cancel(address, size);
        case RequestType.HGCM_CANCEL_2 -> hgcm.cancelByAddress(copy, size);
        default -> plain.answer(type, copy.memory(), size);
      };
    }
  }

  /// Ending exactly at the end of a page counts as crossing, as it does in the original.
  private boolean isInPage(long address, int size) {
    return address / MemoryRegion.PAGE == (address + size) / MemoryRegion.PAGE
        && memory.isRam(address, size);
  }
}
