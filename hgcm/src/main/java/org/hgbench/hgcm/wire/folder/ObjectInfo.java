package org.hgbench.hgcm.wire.folder;

import org.hgbench.machine.memory.GuestMemory;

/// What is known of a file or directory.
///
/// | offset | size | field |
/// |---|---|---|
/// | 0 | 8 | size |
/// | 8 | 8 | bytes allocated |
/// | 16 | 8, 8, 8, 8 | access, modification, change and birth, nanoseconds since 1970 |
/// | 48 | 4 | mode |
/// | 52 | 4 | kind of what follows, 1: nothing |
/// | 56 | 36 | |
///
/// Source: VirtualBox 7.0, include/VBox/shflsvc.h, SHFLFSOBJINFO.
///
/// @param memory where it is
/// @param at where it begins
public record ObjectInfo(GuestMemory memory, long at) {
  /// The size of the structure.
  public static final int SIZE = 92;

  /// Mode: a regular file.
  public static final int FILE = 0x8000;

  /// Mode: a directory.
  public static final int DIRECTORY = 0x4000;

  /// Mode: a symbolic link.
  public static final int SYMLINK = 0xA000;

  /// Mode: which kind.
  public static final int KIND_MASK = 0xF000;

  /// Mode: the owner may read.
  public static final int OWNER_READS = 0x100;

  static final int SIZE_AT = 0;
  static final int ALLOCATED = 8;
  static final int ACCESSED = 16;
  static final int MODIFIED = 24;
  static final int CHANGED = 32;
  static final int BORN = 40;
  static final int MODE = 48;
  static final int EXTRA_KIND = 52;
  static final int NO_EXTRA = 1;

  /// Writes all fields.
  public void write(long size, long accessed, long modified, long born, int mode) {
    memory.clear(at, SIZE);
    memory.u64(at + SIZE_AT, size);
    memory.u64(at + ALLOCATED, size);
    memory.u64(at + ACCESSED, accessed);
    memory.u64(at + MODIFIED, modified);
    memory.u64(at + CHANGED, modified);
    memory.u64(at + BORN, born);
    memory.u32(at + MODE, mode);
    memory.u32(at + EXTRA_KIND, NO_EXTRA);
  }

  /// Its size in bytes.
  public long size() {
    return memory.u64(at + SIZE_AT);
  }

  /// When it was read last, in nanoseconds since 1970.
  public long accessed() {
    return memory.u64(at + ACCESSED);
  }

  /// When it was changed last, in nanoseconds since 1970.
  public long modified() {
    return memory.u64(at + MODIFIED);
  }

  /// Kind and permissions.
  public int mode() {
    return memory.u32(at + MODE);
  }
}
