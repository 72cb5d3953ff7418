package org.hgbench.hgcm.wire;

import org.hgbench.machine.memory.GuestMemory;

/// Cancels a request by its address: one field behind the [RequestHeader], at offset 24. It has no
/// HGCM header, and is answered synchronously.
///
/// Source: VirtualBox 7.0, include/VBox/VMMDev.h, VMMDevHGCMCancel2.
///
/// @param memory guest RAM, or a private copy
/// @param at where the request begins
public record CancelRequest(GuestMemory memory, long at) {
  /// The size of the whole request.
  public static final int SIZE = 28;

  static final int ADDRESS = 24;

  /// The guest-physical address of the request to cancel, unsigned.
  public int address() {
    return memory.u32(at + ADDRESS);
  }

  /// Guest: names the request to cancel.
  public void address(int address) {
    memory.u32(at + ADDRESS, address);
  }
}
