package org.hgbench.hgsmi.wire;

import org.hgbench.machine.memory.GuestMemory;

/// The data of [VbvaCommand#REPORT_INPUT_MAPPING]: the rectangle of the desktop that absolute input
/// devices cover.
///
/// | offset | size | field |
/// |---|---|---|
/// | 0 | 4 | x: signed |
/// | 4 | 4 | y: signed |
/// | 8 | 4 | width: unsigned |
/// | 12 | 4 | height: unsigned |
///
/// Source: VirtualBox 7.0, include/VBox/Graphics/VBoxVideo.h, VBVAREPORTINPUTMAPPING.
///
/// @param x left edge
/// @param y upper edge
/// @param width width
/// @param height height
public record InputMapping(int x, int y, int width, int height) {
  /// The size of the structure in bytes.
  public static final int SIZE = 16;

  static final int X = 0;
  static final int Y = 4;
  static final int WIDTH = 8;
  static final int HEIGHT = 12;

  /// Copies it out of memory, reading each field once.
  public static InputMapping read(GuestMemory memory, long at) {
    return new InputMapping(
        memory.u32(at + X), memory.u32(at + Y), memory.u32(at + WIDTH), memory.u32(at + HEIGHT));
  }

  /// Writes it to memory.
  public void write(GuestMemory memory, long at) {
    memory.u32(at + X, x);
    memory.u32(at + Y, y);
    memory.u32(at + WIDTH, width);
    memory.u32(at + HEIGHT, height);
  }
}
