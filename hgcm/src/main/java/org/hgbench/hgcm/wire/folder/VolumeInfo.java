package org.hgbench.hgcm.wire.folder;

import org.hgbench.machine.memory.GuestMemory;

/// What is known of the file system behind a folder.
///
/// | offset | size | field |
/// |---|---|---|
/// | 0 | 8 | bytes in total |
/// | 8 | 8 | bytes available |
/// | 16 | 4 | bytes per allocation unit |
/// | 20 | 4 | bytes per sector |
/// | 24 | 4 | serial number |
/// | 28 | 4 | longest component of a path |
/// | 32 | 8 | properties, one byte each |
///
/// Source: VirtualBox 7.0, include/VBox/shflsvc.h, SHFLVOLINFO.
///
/// @param memory where it is
/// @param at where it begins
public record VolumeInfo(GuestMemory memory, long at) {
  /// The size of the structure.
  public static final int SIZE = 40;

  static final int TOTAL = 0;
  static final int AVAILABLE = 8;
  static final int UNIT = 16;
  static final int SECTOR = 20;
  static final int MAX_COMPONENT = 28;
  static final int CASE_SENSITIVE = 35;

  private static final int UNIT_BYTES = 4096;
  private static final int SECTOR_BYTES = 512;
  private static final int LONGEST_COMPONENT = 255;

  /// Writes all fields.
  public void write(long total, long available) {
    memory.clear(at, SIZE);
    memory.u64(at + TOTAL, total);
    memory.u64(at + AVAILABLE, available);
    memory.u32(at + UNIT, UNIT_BYTES);
    memory.u32(at + SECTOR, SECTOR_BYTES);
    memory.u32(at + MAX_COMPONENT, LONGEST_COMPONENT);
    memory.u8(at + CASE_SENSITIVE, 1);
  }

  /// Bytes in total.
  public long total() {
    return memory.u64(at + TOTAL);
  }

  /// Bytes available.
  public long available() {
    return memory.u64(at + AVAILABLE);
  }
}
