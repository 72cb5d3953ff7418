package org.hgbench.hgcm.wire;

import org.hgbench.machine.memory.GuestMemory;

/// GetHypervisorInfo and SetHypervisorInfo: the address space that a hypervisor wants in the guest,
/// its start at offset 24 and its size at 28.
///
/// Source: VirtualBox 7.0, include/VBox/VMMDev.h, VMMDevReqHypervisorInfo.
///
/// @param memory guest RAM, or a private copy
/// @param at where the request begins
public record HypervisorInfo(GuestMemory memory, long at) {
  /// The size of the whole request.
  public static final int SIZE = 32;

  static final int START = 24;
  static final int BYTES = 28;

  /// Writes all fields.
  public void write(int start, int bytes) {
    memory.u32(at + START, start);
    memory.u32(at + BYTES, bytes);
  }

  /// How much address space is wanted.
  public int bytes() {
    return memory.u32(at + BYTES);
  }
}
