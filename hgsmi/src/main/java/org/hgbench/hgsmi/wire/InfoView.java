package org.hgbench.hgsmi.wire;

import org.hgbench.machine.memory.GuestMemory;

/// One element of [VbvaCommand#INFO_VIEW]: which part of VRAM belongs to a screen. All numbers are
/// unsigned.
///
/// | offset | size | field |
/// |---|---|---|
/// | 0 | 4 | viewIndex: screen |
/// | 4 | 4 | offset: where its memory begins |
/// | 8 | 4 | viewSize: how many bytes it has |
/// | 12 | 4 | maxScreenSize: how many of them a screen may show |
///
/// Source: VirtualBox 7.0, include/VBox/Graphics/VBoxVideo.h, VBVAINFOVIEW.
///
/// @param viewIndex the screen
/// @param offset where its memory begins in VRAM
/// @param viewSize how many bytes it has
/// @param maxScreenSize how many of them a screen may show
public record InfoView(int viewIndex, int offset, int viewSize, int maxScreenSize) {
  /// The size of the structure in bytes.
  public static final int SIZE = 16;

  static final int VIEW_INDEX = 0;
  static final int OFFSET = 4;
  static final int VIEW_SIZE = 8;
  static final int MAX_SCREEN_SIZE = 12;

  /// Copies it out of memory, reading each field once.
  public static InfoView read(GuestMemory memory, long at) {
    return new InfoView(
        memory.u32(at + VIEW_INDEX),
        memory.u32(at + OFFSET),
        memory.u32(at + VIEW_SIZE),
        memory.u32(at + MAX_SCREEN_SIZE));
  }

  /// Writes it to memory.
  public void write(GuestMemory memory, long at) {
    memory.u32(at + VIEW_INDEX, viewIndex);
    memory.u32(at + OFFSET, offset);
    memory.u32(at + VIEW_SIZE, viewSize);
    memory.u32(at + MAX_SCREEN_SIZE, maxScreenSize);
  }
}
