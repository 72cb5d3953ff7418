package org.hgbench.hgsmi.wire;

import org.hgbench.machine.memory.GuestMemory;

/// The data of [VbvaCommand#INFO_CAPS]: what the guest can do.
///
/// | offset | size | field |
/// |---|---|---|
/// | 0 | 4 | result: written by the host |
/// | 4 | 4 | caps: [#IRQ] and others |
///
/// Source: VirtualBox 7.0, include/VBox/Graphics/VBoxVideo.h, VBVACAPS.
///
/// @param result a [VboxStatus]
/// @param caps what the guest can do
public record InfoCaps(int result, int caps) {
  /// The size of the structure in bytes.
  public static final int SIZE = 8;

  /// `VBVACAPS_COMPLETEGCMD_BY_IOREAD`: reads completed commands from port 0x3d0.
  public static final int COMPLETE_BY_READ = 1;

  /// `VBVACAPS_IRQ`: takes interrupts.
  public static final int IRQ = 2;

  /// `VBVACAPS_VIDEO_MODE_HINTS`: asks for mode hints.
  public static final int VIDEO_MODE_HINTS = 4;

  /// `VBVACAPS_DISABLE_CURSOR_INTEGRATION`.
  public static final int DISABLE_CURSOR_INTEGRATION = 8;

  /// `VBVACAPS_USE_VBVA_ONLY`: does not use VBE registers for its modes.
  public static final int USE_VBVA_ONLY = 16;

  static final int RESULT = 0;
  static final int CAPS = 4;

  /// Copies it out of memory, reading each field once.
  public static InfoCaps read(GuestMemory memory, long at) {
    return new InfoCaps(memory.u32(at + RESULT), memory.u32(at + CAPS));
  }

  /// Writes it to memory.
  public void write(GuestMemory memory, long at) {
    memory.u32(at + RESULT, result);
    memory.u32(at + CAPS, caps);
  }
}
