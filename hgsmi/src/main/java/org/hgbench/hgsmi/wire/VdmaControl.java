package org.hgbench.hgsmi.wire;

import org.hgbench.machine.memory.GuestMemory;

/// The data of [VbvaCommand#VDMA_CTL], behind the [ShgsmiHeader].
///
/// | offset | size | field |
/// |---|---|---|
/// | 0 | 4 | type: [#ENABLE] and others |
/// | 4 | 4 | offset: where its channel is |
/// | 8 | 4 | result: written by the host |
///
/// Source: VirtualBox 7.0, include/VBox/Graphics/VBoxVideo.h, VBOXVDMA_CTL.
///
/// @param type what to do
/// @param offset where the channel is
/// @param result a [VboxStatus]
public record VdmaControl(int type, int offset, int result) {
  /// The size of the structure in bytes.
  public static final int SIZE = 12;

  /// `VBOXVDMA_CTL_TYPE_ENABLE`.
  public static final int ENABLE = 1;

  /// `VBOXVDMA_CTL_TYPE_DISABLE`.
  public static final int DISABLE = 2;

  /// `VBOXVDMA_CTL_TYPE_FLUSH`.
  public static final int FLUSH = 3;

  /// `VBOXVDMA_CTL_TYPE_WATCHDOG`: not supported.
  public static final int WATCHDOG = 4;

  static final int TYPE = 0;
  static final int OFFSET = 4;
  static final int RESULT = 8;

  /// Copies it out of memory, reading each field once.
  public static VdmaControl read(GuestMemory memory, long at) {
    return new VdmaControl(memory.u32(at + TYPE), memory.u32(at + OFFSET), memory.u32(at + RESULT));
  }

  /// Writes it to memory.
  public void write(GuestMemory memory, long at) {
    memory.u32(at + TYPE, type);
    memory.u32(at + OFFSET, offset);
    memory.u32(at + RESULT, result);
  }

  /// Host: tells the guest what came of it.
  public static void answer(GuestMemory memory, long at, int result) {
    memory.u32(at + RESULT, result);
  }
}
