package org.hgbench.hgsmi.wire;

import org.hgbench.machine.memory.GuestMemory;

/// What the data of [VbvaCommand#MOUSE_POINTER_SHAPE] begins with; the picture follows.
///
/// The picture is a mask of one bit a pixel, its rows padded to bytes and its whole to 4 bytes, and
/// then 4 bytes of colour a pixel.
///
/// | offset | size | field |
/// |---|---|---|
/// | 0 | 4 | result: written by the host |
/// | 4 | 4 | flags: [#VISIBLE] and others |
/// | 8 | 4 | hotX: the point that points |
/// | 12 | 4 | hotY: the point that points |
/// | 16 | 4 | width: in pixels, unsigned |
/// | 20 | 4 | height: in pixels, unsigned |
///
/// Source: VirtualBox 7.0, include/VBox/Graphics/VBoxVideo.h, VBVAMOUSEPOINTERSHAPE.
///
/// @param result a [VboxStatus]
/// @param flags what to do
/// @param hotX where in the picture the pointer points
/// @param hotY where in the picture the pointer points
/// @param width pixels in a row
/// @param height rows
public record PointerShape(int result, int flags, int hotX, int hotY, int width, int height) {
  /// The size of the structure in bytes.
  public static final int SIZE = 24;

  /// `VBOX_MOUSE_POINTER_VISIBLE`.
  public static final int VISIBLE = 1;

  /// `VBOX_MOUSE_POINTER_ALPHA`.
  public static final int ALPHA = 2;

  /// `VBOX_MOUSE_POINTER_SHAPE`: a picture follows.
  public static final int SHAPE = 4;

  /// The least size of the data: the C structure ends in four bytes of picture.
  public static final int LEAST_SIZE = 28;

  /// The most pixels in a row or rows.
  public static final int LARGEST_SIDE = 2048;

  static final int RESULT = 0;
  static final int FLAGS = 4;
  static final int HOT_X = 8;
  static final int HOT_Y = 12;
  static final int WIDTH = 16;
  static final int HEIGHT = 20;

  /// Copies it out of memory, reading each field once.
  public static PointerShape read(GuestMemory memory, long at) {
    return new PointerShape(
        memory.u32(at + RESULT),
        memory.u32(at + FLAGS),
        memory.u32(at + HOT_X),
        memory.u32(at + HOT_Y),
        memory.u32(at + WIDTH),
        memory.u32(at + HEIGHT));
  }

  /// Writes it to memory.
  public void write(GuestMemory memory, long at) {
    memory.u32(at + RESULT, result);
    memory.u32(at + FLAGS, flags);
    memory.u32(at + HOT_X, hotX);
    memory.u32(at + HOT_Y, hotY);
    memory.u32(at + WIDTH, width);
    memory.u32(at + HEIGHT, height);
  }

  /// How many bytes of picture `width` and `height` ask for, in 64 bits, so that nothing wraps.
  public long pictureBytes() {
    long w = Integer.toUnsignedLong(width);
    long h = Integer.toUnsignedLong(height);
    return ((w + 7) / 8 * h + 3 & -4L) + w * h * 4;
  }

  /// Host: tells the guest what came of it.
  public static void answer(GuestMemory memory, long at, int result) {
    memory.u32(at + RESULT, result);
  }
}
