package org.hgbench.hgsmi.wire;

import org.hgbench.machine.memory.GuestMemory;

/// The data of [VbvaCommand#CURSOR_POSITION].
///
/// | offset | size | field |
/// |---|---|---|
/// | 0 | 4 | report: whether the guest reports a position |
/// | 4 | 4 | x: written by the host, too |
/// | 8 | 4 | y: written by the host, too |
///
/// Source: VirtualBox 7.0, include/VBox/Graphics/VBoxVideo.h, VBVACURSORPOSITION.
///
/// @param report 1 if the guest reports a position, 0 if it asks for the host's
/// @param x column
/// @param y row
public record CursorPosition(int report, int x, int y) {
  /// The size of the structure in bytes.
  public static final int SIZE = 12;

  static final int REPORT = 0;
  static final int X = 4;
  static final int Y = 8;

  /// Copies it out of memory, reading each field once.
  public static CursorPosition read(GuestMemory memory, long at) {
    return new CursorPosition(memory.u32(at + REPORT), memory.u32(at + X), memory.u32(at + Y));
  }

  /// Writes it to memory.
  public void write(GuestMemory memory, long at) {
    memory.u32(at + REPORT, report);
    memory.u32(at + X, x);
    memory.u32(at + Y, y);
  }

  /// Host: has no position to tell.
  public static void answer(GuestMemory memory, long at) {
    memory.u32(at + X, 0);
    memory.u32(at + Y, 0);
  }
}
