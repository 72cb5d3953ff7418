package org.hgbench.hgsmi.wire;

import org.hgbench.machine.memory.GuestMemory;

/// The data of [VbvaCommand#ENABLE]: switch the ring of a screen on or off.
///
/// With [#EXTENDED] the number of the screen follows; without, it is the screen whose view contains
/// this very command.
///
/// | offset | size | field |
/// |---|---|---|
/// | 0 | 4 | flags: [#ENABLE] or [#DISABLE], and others |
/// | 4 | 4 | offset: of the ring, unsigned |
/// | 8 | 4 | result: written by the host |
///
/// Source: VirtualBox 7.0, include/VBox/Graphics/VBoxVideo.h, VBVAENABLE and VBVAENABLE_EX.
///
/// @param flags what to do
/// @param offset where the ring is
/// @param result a [VboxStatus]
public record VbvaEnable(int flags, int offset, int result) {
  /// The size of the structure in bytes.
  public static final int SIZE = 12;

  /// `VBVA_F_ENABLE`.
  public static final int ENABLE = 1;

  /// `VBVA_F_DISABLE`.
  public static final int DISABLE = 2;

  /// `VBVA_F_EXTENDED`: the screen follows.
  public static final int EXTENDED = 4;

  /// `VBVA_F_ABSOFFSET`: the offset is from the start of VRAM, else of the view.
  public static final int ABSOLUTE_OFFSET = 8;

  /// The size of the structure with the screen.
  public static final int EXTENDED_SIZE = 16;

  static final int SCREEN = 12;
  static final int FLAGS = 0;
  static final int OFFSET = 4;
  static final int RESULT = 8;

  /// Copies it out of memory, reading each field once.
  public static VbvaEnable read(GuestMemory memory, long at) {
    return new VbvaEnable(memory.u32(at + FLAGS), memory.u32(at + OFFSET), memory.u32(at + RESULT));
  }

  /// Writes it to memory.
  public void write(GuestMemory memory, long at) {
    memory.u32(at + FLAGS, flags);
    memory.u32(at + OFFSET, offset);
    memory.u32(at + RESULT, result);
  }

  /// Which screen an extended command is for.
  public static int screen(GuestMemory memory, long at) {
    return memory.u32(at + SCREEN);
  }

  /// Writes it with the screen.
  public void write(GuestMemory memory, long at, int screen) {
    write(memory, at);
    memory.u32(at + SCREEN, screen);
  }

  /// Host: tells the guest what came of it.
  public static void answer(GuestMemory memory, long at, int result) {
    memory.u32(at + RESULT, result);
  }
}
