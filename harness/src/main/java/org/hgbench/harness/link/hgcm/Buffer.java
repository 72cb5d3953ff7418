package org.hgbench.harness.link.hgcm;

import org.hgbench.harness.link.Variant;
import org.hgbench.hgcm.guest.CallBuilder;
import org.hgbench.hgcm.guest.Carrier;
import org.hgbench.hgcm.guest.HgcmCall;
import org.hgbench.hgcm.wire.Direction;

/// A call with one buffer as its last parameter, and where in guest RAM the buffer is.
///
/// @param call the call
/// @param address where the buffer begins
/// @param bytes its size
record Buffer(HgcmCall call, long address, int bytes) {
  /// Lays it out.
  ///
  /// @param before what the call has before the buffer
  /// @param index of the buffer among the parameters
  /// @param direction see [Direction]
  static Buffer of(
      GuestSide side, CallBuilder before, int index, Variant variant, int bytes, int direction) {
    Carrier carrier =
        switch (variant.name()) {
          case "embedded" -> Carrier.EMBEDDED;
          case "contiguous" -> Carrier.CONTIGUOUS;
          case "no-bounce" -> Carrier.NO_BOUNCE;
          default -> Carrier.PAGE_LIST;
        };
    long address = carrier == Carrier.EMBEDDED ? 0 : side.guest().pages().allocate(bytes);
    HgcmCall call = before.buffer(carrier, address, bytes, direction).build();
    return new Buffer(call, call.bufferAddress(index), bytes);
  }
}
