package org.hgbench.hgsmi.wire;

import org.hgbench.machine.memory.GuestMemory;

/// The data of [VbvaCommand#INFO_SCREEN]: what a screen shows.
///
/// | offset | size | field |
/// |---|---|---|
/// | 0 | 4 | viewIndex: screen |
/// | 4 | 4 | originX: position on the desktop, signed |
/// | 8 | 4 | originY: position on the desktop, signed |
/// | 12 | 4 | startOffset: where the picture begins in the view |
/// | 16 | 4 | lineSize: bytes from one line to the next |
/// | 20 | 4 | width: in pixels |
/// | 24 | 4 | height: in pixels |
/// | 28 | 2 | bitsPerPixel: 0 for blank |
/// | 30 | 2 | flags: [#ACTIVE] and others |
///
/// Source: VirtualBox 7.0, include/VBox/Graphics/VBoxVideo.h, VBVAINFOSCREEN.
///
/// @param viewIndex the screen
/// @param originX left edge on the desktop
/// @param originY upper edge on the desktop
/// @param startOffset where the picture begins in the view
/// @param lineSize bytes from one line to the next
/// @param width pixels in a line
/// @param height lines
/// @param bitsPerPixel bits in a pixel
/// @param flags what state it is in
public record InfoScreen(
    int viewIndex,
    int originX,
    int originY,
    int startOffset,
    int lineSize,
    int width,
    int height,
    int bitsPerPixel,
    int flags) {
  /// The size of the structure in bytes.
  public static final int SIZE = 32;

  /// `VBVA_SCREEN_F_ACTIVE`.
  public static final int ACTIVE = 1;

  /// `VBVA_SCREEN_F_DISABLED`.
  public static final int DISABLED = 2;

  /// `VBVA_SCREEN_F_BLANK`.
  public static final int BLANK = 4;

  /// `VBVA_SCREEN_F_BLANK2`.
  public static final int BLANK2 = 8;

  /// All flags.
  public static final int KNOWN_FLAGS = 15;

  static final int VIEW_INDEX = 0;
  static final int ORIGIN_X = 4;
  static final int ORIGIN_Y = 8;
  static final int START_OFFSET = 12;
  static final int LINE_SIZE = 16;
  static final int WIDTH = 20;
  static final int HEIGHT = 24;
  static final int BITS_PER_PIXEL = 28;
  static final int FLAGS = 30;

  /// Copies it out of memory, reading each field once.
  public static InfoScreen read(GuestMemory memory, long at) {
    return new InfoScreen(
        memory.u32(at + VIEW_INDEX),
        memory.u32(at + ORIGIN_X),
        memory.u32(at + ORIGIN_Y),
        memory.u32(at + START_OFFSET),
        memory.u32(at + LINE_SIZE),
        memory.u32(at + WIDTH),
        memory.u32(at + HEIGHT),
        memory.u16(at + BITS_PER_PIXEL),
        memory.u16(at + FLAGS));
  }

  /// Writes it to memory.
  public void write(GuestMemory memory, long at) {
    memory.u32(at + VIEW_INDEX, viewIndex);
    memory.u32(at + ORIGIN_X, originX);
    memory.u32(at + ORIGIN_Y, originY);
    memory.u32(at + START_OFFSET, startOffset);
    memory.u32(at + LINE_SIZE, lineSize);
    memory.u32(at + WIDTH, width);
    memory.u32(at + HEIGHT, height);
    memory.u16(at + BITS_PER_PIXEL, bitsPerPixel);
    memory.u16(at + FLAGS, flags);
  }
}
