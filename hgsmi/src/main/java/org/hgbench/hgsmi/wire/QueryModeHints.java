package org.hgbench.hgsmi.wire;

import org.hgbench.machine.memory.GuestMemory;

/// What the data of [VbvaCommand#QUERY_MODE_HINTS] begins with; room for the [ModeHint]s follows.
///
/// | offset | size | field |
/// |---|---|---|
/// | 0 | 2 | count: how many hints there is room for |
/// | 2 | 2 | hintSize: the size of each |
/// | 4 | 4 | result: written by the host |
///
/// Source: VirtualBox 7.0, include/VBox/Graphics/VBoxVideo.h, VBVAQUERYMODEHINTS.
///
/// @param count how many hints there is room for
/// @param hintSize the size of each in bytes
/// @param result a [VboxStatus]
public record QueryModeHints(int count, int hintSize, int result) {
  /// The size of the structure in bytes.
  public static final int SIZE = 8;

  /// The host has no more hints than this.
  public static final int MOST_HINTS = 64;

  static final int COUNT = 0;
  static final int HINT_SIZE = 2;
  static final int RESULT = 4;

  /// Copies it out of memory, reading each field once.
  public static QueryModeHints read(GuestMemory memory, long at) {
    return new QueryModeHints(
        memory.u16(at + COUNT), memory.u16(at + HINT_SIZE), memory.u32(at + RESULT));
  }

  /// Writes it to memory.
  public void write(GuestMemory memory, long at) {
    memory.u16(at + COUNT, count);
    memory.u16(at + HINT_SIZE, hintSize);
    memory.u32(at + RESULT, result);
  }
}
