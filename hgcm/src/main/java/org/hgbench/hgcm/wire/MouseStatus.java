package org.hgbench.hgcm.wire;

import org.hgbench.machine.memory.GuestMemory;

/// GetMouseStatus and SetMouseStatus: features at offset 24, x at 28, y at 32.
///
/// Source: VirtualBox 7.0, include/VBox/VMMDev.h, VMMDevReqMouseStatus.
///
/// @param memory guest RAM, or a private copy
/// @param at where the request begins
public record MouseStatus(GuestMemory memory, long at) {
  /// The size of the whole request.
  public static final int SIZE = 36;

  static final int FEATURES = 24;
  static final int X = 28;
  static final int Y = 32;

  /// Writes all fields.
  public void write(int features, int x, int y) {
    memory.u32(at + FEATURES, features);
    memory.u32(at + X, x);
    memory.u32(at + Y, y);
  }

  /// What the mouse can.
  public int features() {
    return memory.u32(at + FEATURES);
  }
}
