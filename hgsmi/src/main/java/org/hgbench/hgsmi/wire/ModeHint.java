package org.hgbench.hgsmi.wire;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.hgbench.machine.memory.GuestMemory;

/// What size the host would like a screen to have.
///
/// | offset | size | field |
/// |---|---|---|
/// | 0 | 4 | magic: [#MAGIC] |
/// | 4 | 4 | width: in pixels |
/// | 8 | 4 | height: in pixels |
/// | 12 | 4 | bitsPerPixel: bits in a pixel |
/// | 16 | 4 | display: screen |
/// | 20 | 4 | originX: position on the desktop |
/// | 24 | 4 | originY: position on the desktop |
/// | 28 | 4 | enabled: whether it is on |
///
/// Source: VirtualBox 7.0, include/VBox/Graphics/VBoxVideo.h, VBVAMODEHINT.
///
/// @param magic [#MAGIC]
/// @param width pixels in a line
/// @param height lines
/// @param bitsPerPixel bits in a pixel
/// @param display the screen
/// @param originX left edge on the desktop
/// @param originY upper edge on the desktop
/// @param enabled 1 if the screen is on
public record ModeHint(
    int magic,
    int width,
    int height,
    int bitsPerPixel,
    int display,
    int originX,
    int originY,
    int enabled) {
  /// The size of the structure in bytes.
  public static final int SIZE = 32;

  /// `VBVAMODEHINT_MAGIC`.
  public static final int MAGIC = 0x0801ADD9;

  /// No hint: all ones.
  public static final ModeHint NONE = new ModeHint(-1, -1, -1, -1, -1, -1, -1, -1);

  static final int MAGIC_WORD = 0;
  static final int WIDTH = 4;
  static final int HEIGHT = 8;
  static final int BITS_PER_PIXEL = 12;
  static final int DISPLAY = 16;
  static final int ORIGIN_X = 20;
  static final int ORIGIN_Y = 24;
  static final int ENABLED = 28;

  /// Copies it out of memory, reading each field once.
  public static ModeHint read(GuestMemory memory, long at) {
    return new ModeHint(
        memory.u32(at + MAGIC_WORD),
        memory.u32(at + WIDTH),
        memory.u32(at + HEIGHT),
        memory.u32(at + BITS_PER_PIXEL),
        memory.u32(at + DISPLAY),
        memory.u32(at + ORIGIN_X),
        memory.u32(at + ORIGIN_Y),
        memory.u32(at + ENABLED));
  }

  /// Writes it to memory.
  public void write(GuestMemory memory, long at) {
    memory.u32(at + MAGIC_WORD, magic);
    memory.u32(at + WIDTH, width);
    memory.u32(at + HEIGHT, height);
    memory.u32(at + BITS_PER_PIXEL, bitsPerPixel);
    memory.u32(at + DISPLAY, display);
    memory.u32(at + ORIGIN_X, originX);
    memory.u32(at + ORIGIN_Y, originY);
    memory.u32(at + ENABLED, enabled);
  }

  /// The structure as its bytes, for hosts that copy only as many as the guest has room for.
  public byte[] toBytes() {
    ByteBuffer bytes = ByteBuffer.allocate(SIZE).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putInt(magic).putInt(width).putInt(height).putInt(bitsPerPixel);
    bytes.putInt(display).putInt(originX).putInt(originY).putInt(enabled);
    return bytes.array();
  }
}
