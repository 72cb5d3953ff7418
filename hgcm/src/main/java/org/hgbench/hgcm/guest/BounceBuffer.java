package org.hgbench.hgcm.guest;

import org.hgbench.hgcm.wire.Direction;
import org.hgbench.machine.memory.GuestMemory;

/// A buffer of a user's and the driver's own buffer that stands in for it: the user's pages may go
/// away while a call is in flight.
///
/// @param userAddress where the user's buffer begins
/// @param driverAddress where the driver's begins, on a page of its own
/// @param bytes their size
/// @param direction see [Direction]
record BounceBuffer(long userAddress, long driverAddress, int bytes, int direction) {
  /// Before the call. Returns how many bytes were copied.
  int toDriver(GuestMemory ram) {
    if (!Direction.isToHost(direction)) {
      return 0;
    }
    ram.copyTo(userAddress, ram, driverAddress, bytes);
    return bytes;
  }

  /// After the call. Returns how many bytes were copied.
  int toUser(GuestMemory ram) {
    if (!Direction.isFromHost(direction)) {
      return 0;
    }
    ram.copyTo(driverAddress, ram, userAddress, bytes);
    return bytes;
  }
}
