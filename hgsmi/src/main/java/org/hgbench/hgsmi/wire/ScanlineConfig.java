package org.hgbench.hgsmi.wire;

import org.hgbench.machine.memory.GuestMemory;

/// The data of [VbvaCommand#SCANLINE_CFG].
///
/// | offset | size | field |
/// |---|---|---|
/// | 0 | 4 | result: written by the host |
/// | 4 | 4 | flags: what the guest wants |
/// | 8 | 4 | periodMillis: of a frame |
/// | 12 | 4 | reserved: zero |
///
/// Source: VirtualBox 7.0, include/VBox/Graphics/VBoxVideo.h, VBVASCANLINECFG.
///
/// @param result a [VboxStatus]
/// @param flags 1 vertical sync, 2 scan line, 4 query period, 8 set period
/// @param periodMillis milliseconds in a frame
/// @param reserved not used
public record ScanlineConfig(int result, int flags, int periodMillis, int reserved) {
  /// The size of the structure in bytes.
  public static final int SIZE = 16;

  /// `VBVASCANLINECFG_ENABLE_VSYNC_IRQ`: interrupt the guest at each vertical sync.
  public static final int VSYNC_IRQ = 1;

  static final int RESULT = 0;
  static final int FLAGS = 4;
  static final int PERIOD_MILLIS = 8;
  static final int RESERVED = 12;

  /// Copies it out of memory, reading each field once.
  public static ScanlineConfig read(GuestMemory memory, long at) {
    return new ScanlineConfig(
        memory.u32(at + RESULT),
        memory.u32(at + FLAGS),
        memory.u32(at + PERIOD_MILLIS),
        memory.u32(at + RESERVED));
  }

  /// Writes it to memory.
  public void write(GuestMemory memory, long at) {
    memory.u32(at + RESULT, result);
    memory.u32(at + FLAGS, flags);
    memory.u32(at + PERIOD_MILLIS, periodMillis);
    memory.u32(at + RESERVED, reserved);
  }

  /// Host: tells the guest what came of it.
  public static void answer(GuestMemory memory, long at, int result) {
    memory.u32(at + RESULT, result);
  }
}
