package org.hgbench.hgcm.wire;

import org.hgbench.machine.memory.GuestMemory;

/// ReportGuestStatus: how a part of the guest fares. Facility at offset 24, status at 28, flags at
/// 32.
///
/// Source: VirtualBox 7.0, include/VBox/VMMDev.h, VMMDevReportGuestStatus.
///
/// @param memory guest RAM, or a private copy
/// @param at where the request begins
public record GuestStatus(GuestMemory memory, long at) {
  /// The size of the whole request.
  public static final int SIZE = 36;

  /// Facility: the driver.
  public static final int DRIVER = 20;

  /// Status: it is not there.
  public static final int INACTIVE = 0;

  /// Status: it works.
  public static final int ACTIVE = 50;

  static final int FACILITY = 24;
  static final int STATUS = 28;
  static final int FLAGS = 32;

  /// Guest: reports.
  public void write(int facility, int status) {
    memory.u32(at + FACILITY, facility);
    memory.u32(at + STATUS, status);
    memory.u32(at + FLAGS, 0);
  }

  /// How the facility fares.
  public int status() {
    return memory.u32(at + STATUS);
  }
}
