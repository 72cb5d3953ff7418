package org.hgbench.hgcm.wire;

import org.hgbench.machine.memory.GuestMemory;

/// ReportGuestInfo: which interface the driver speaks and which system it runs on. A host answers
/// hardly anything before.
///
/// | offset | size | field | who writes it |
/// |---|---|---|---|
/// | 24 | 4 | interface version | guest |
/// | 28 | 4 | operating system | guest |
///
/// Source: VirtualBox 7.0, include/VBox/VMMDev.h, VMMDevReportGuestInfo.
///
/// @param memory guest RAM, or a private copy
/// @param at where the request begins
public record GuestInfo(GuestMemory memory, long at) {
  /// The size of the whole request.
  public static final int SIZE = 32;

  /// The interface that this protocol describes.
  public static final int INTERFACE_VERSION = 0x0001_0004;

  /// Linux on a 64-bit processor.
  public static final int LINUX_64 = 0x53100;

  static final int VERSION = 24;
  static final int SYSTEM = 28;

  /// Guest: reports.
  public void write(int interfaceVersion, int system) {
    memory.u32(at + VERSION, interfaceVersion);
    memory.u32(at + SYSTEM, system);
  }

  /// The interface version.
  public int interfaceVersion() {
    return memory.u32(at + VERSION);
  }

  /// The operating system.
  public int system() {
    return memory.u32(at + SYSTEM);
  }
}
