package org.hgbench.hgsmi.wire;

import org.hgbench.machine.memory.GuestMemory;

/// The data of [VbvaCommand#INFO_HEAP]: where the host may allocate the buffers of its commands.
///
/// | offset | size | field |
/// |---|---|---|
/// | 0 | 4 | offset: VRAM offset, unsigned |
/// | 4 | 4 | size, unsigned |
///
/// Source: VirtualBox 7.0, include/VBox/Graphics/VBoxVideo.h, VBVAINFOHEAP.
///
/// @param offset where the heap begins
/// @param size how many bytes it has
public record InfoHeap(int offset, int size) {
  /// The size of the structure in bytes.
  public static final int SIZE = 8;

  static final int OFFSET = 0;
  static final int HEAP_SIZE = 4;

  /// Copies it out of memory.
  public static InfoHeap read(GuestMemory memory, long at) {
    return new InfoHeap(memory.u32(at + OFFSET), memory.u32(at + HEAP_SIZE));
  }

  /// Writes it to memory.
  public void write(GuestMemory memory, long at) {
    memory.u32(at + OFFSET, offset);
    memory.u32(at + HEAP_SIZE, size);
  }
}
