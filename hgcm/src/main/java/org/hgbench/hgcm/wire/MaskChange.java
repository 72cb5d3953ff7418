package org.hgbench.hgcm.wire;

import org.hgbench.machine.memory.GuestMemory;

/// A request that changes a mask: CtlGuestFilterMask and SetGuestCapabilities.
///
/// | offset | size | field | who writes it |
/// |---|---|---|---|
/// | 24 | 4 | bits to set | guest |
/// | 28 | 4 | bits to clear | guest |
///
/// Source: VirtualBox 7.0, include/VBox/VMMDev.h, VMMDevCtlGuestFilterMask.
///
/// @param memory guest RAM, or a private copy
/// @param at where the request begins
public record MaskChange(GuestMemory memory, long at) {
  /// The size of the whole request.
  public static final int SIZE = 32;

  static final int OR_MASK = 24;
  static final int NOT_MASK = 28;

  /// Guest: names the bits.
  public void write(int orMask, int notMask) {
    memory.u32(at + OR_MASK, orMask);
    memory.u32(at + NOT_MASK, notMask);
  }

  /// The mask after the change.
  public int applyTo(int mask) {
    return (mask | memory.u32(at + OR_MASK)) & ~memory.u32(at + NOT_MASK);
  }
}
