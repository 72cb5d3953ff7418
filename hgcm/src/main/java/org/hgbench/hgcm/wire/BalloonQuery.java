package org.hgbench.hgcm.wire;

import org.hgbench.machine.memory.GuestMemory;

/// GetMemBalloonChangeRequest: how much memory the host wants back. Chunks wanted at offset 24,
/// chunks of the machine at 28, acknowledged event at 32.
///
/// Source: VirtualBox 7.0, include/VBox/VMMDev.h, VMMDevGetMemBalloonChangeRequest.
///
/// @param memory guest RAM, or a private copy
/// @param at where the request begins
public record BalloonQuery(GuestMemory memory, long at) {
  /// The size of the whole request.
  public static final int SIZE = 36;

  /// The size of a chunk.
  public static final int CHUNK_BYTES = 1 << 20;

  static final int WANTED = 24;
  static final int TOTAL = 28;

  /// Host: answers.
  public void write(int wantedChunks, int totalChunks) {
    memory.u32(at + WANTED, wantedChunks);
    memory.u32(at + TOTAL, totalChunks);
  }

  /// How many chunks the host wants.
  public int wantedChunks() {
    return memory.u32(at + WANTED);
  }

  /// How many chunks the machine has.
  public int totalChunks() {
    return memory.u32(at + TOTAL);
  }
}
