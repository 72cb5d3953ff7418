package org.hgbench.hgcm.host;

import org.hgbench.hgcm.wire.PageList;
import org.hgbench.hgcm.wire.ParameterType;
import org.hgbench.machine.counter.Counter;
import org.hgbench.machine.memory.GuestMemory;

/// Copies payloads between the guest and the host's buffers: page by page from a page list, at once
/// from a run of pages or from the request itself.
///
/// What rides in a request is counted when it is copied to or from a host buffer, not when the
/// request as a whole is.
final class PayloadCopies {
  private final PhysicalMemory memory;
  private final Counter bytesCopied;

  /// @param bytesCopied counts what is copied to the host, under the device's critical section
  PayloadCopies(PhysicalMemory memory, Counter bytesCopied) {
    this.memory = memory;
    this.bytesCopied = bytesCopied;
  }

  /// The first address of a page whose number a guest gave, whatever its low bits.
  static long base(long page) {
    return page & -PageList.PAGE;
  }

  /// Fills a host buffer.
  void toHost(HostParameter parameter, GuestMemory request) {
    GuestMemory buffer = parameter.buffer().memory();
    int bytes = parameter.bytes();
    switch (parameter.type()) {
      case ParameterType.EMBEDDED -> request.copyTo(parameter.embeddedOffset(), buffer, 0, bytes);
      case ParameterType.CONTIGUOUS -> memory.read(start(parameter), buffer, 0, bytes);
      default -> bytes = pagesToHost(parameter, buffer);
    }
    bytesCopied.add(bytes);
  }

  /// Answers the guest from a host buffer, and returns how many bytes that were.
  ///
  /// @param request the request that will be written back
  /// @param requestAt where it begins
  int toGuest(HostParameter parameter, int bytes, GuestMemory request, long requestAt) {
    GuestMemory buffer = parameter.buffer().memory();
    switch (parameter.type()) {
      case ParameterType.EMBEDDED ->
          buffer.copyTo(0, request, requestAt + parameter.embeddedOffset(), bytes);
      case ParameterType.CONTIGUOUS -> memory.write(start(parameter), buffer, 0, bytes);
      default -> {
        return pagesToGuest(parameter, buffer, bytes);
      }
    }
    return bytes;
  }

  private static long start(HostParameter parameter) {
    return base(parameter.page(0)) + parameter.firstOffset();
  }

  private int pagesToHost(HostParameter parameter, GuestMemory buffer) {
    int skipped = 0;
    int done = 0;
    for (int i = 0; i < parameter.pageCount() && done < parameter.bytes(); i++) {
      int skip = i == 0 ? parameter.firstOffset() : 0;
      int share = Math.min(PageList.PAGE - skip, parameter.bytes() - done);
      if (parameter.page(i) == PageList.NO_PAGE) {
        skipped += share;
      } else {
        memory.read(base(parameter.page(i)) + skip, buffer, done, share);
      }
      done += share;
    }
    return done - skipped;
  }

  private int pagesToGuest(HostParameter parameter, GuestMemory buffer, int bytes) {
    int skipped = 0;
    int done = 0;
    for (int i = 0; i < parameter.pageCount() && done < bytes; i++) {
      int skip = i == 0 ? parameter.firstOffset() : 0;
      int share = Math.min(PageList.PAGE - skip, bytes - done);
      if (parameter.page(i) == PageList.NO_PAGE) {
        skipped += share;
      } else {
        memory.write(base(parameter.page(i)) + skip, buffer, done, share);
      }
      done += share;
    }
    return done - skipped;
  }
}
