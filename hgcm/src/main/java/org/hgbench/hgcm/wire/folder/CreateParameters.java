package org.hgbench.hgcm.wire.folder;

import org.hgbench.machine.memory.GuestMemory;

/// How to open or create, and what came of it.
///
/// | offset | size | field | who writes it |
/// |---|---|---|---|
/// | 0 | 8 | handle, or nil | host |
/// | 8 | 4 | result | host |
/// | 12 | 4 | flags | guest |
/// | 16 | 92 | [ObjectInfo] | both |
///
/// Source: VirtualBox 7.0, include/VBox/shflsvc.h, SHFLCREATEPARMS.
///
/// @param memory where it is
/// @param at where it begins
public record CreateParameters(GuestMemory memory, long at) {
  /// The size of the structure.
  public static final int SIZE = 16 + ObjectInfo.SIZE;

  /// No open object.
  public static final long NIL = -1;

  /// Result: a directory on the way does not exist.
  public static final int PATH_NOT_FOUND = 1;

  /// Result: it does not exist.
  public static final int FILE_NOT_FOUND = 2;

  /// Result: it exists, and is open if there is a handle.
  public static final int EXISTS = 3;

  /// Result: it was created and is open.
  public static final int CREATED = 4;

  /// Result: it was emptied and is open.
  public static final int REPLACED = 5;

  /// Flag: only look.
  public static final int LOOKUP = 0x1;

  /// Flag: a directory.
  public static final int WANT_DIRECTORY = 0x4;

  /// What to do if it exists; 0 opens it.
  public static final int IF_EXISTS = 0xF0;

  /// If it exists: leave it.
  public static final int FAIL_IF_EXISTS = 0x10;

  /// If it exists: empty it.
  public static final int REPLACE_IF_EXISTS = 0x20;

  /// If it exists: empty it, too.
  public static final int OVERWRITE_IF_EXISTS = 0x30;

  /// If it does not exist: leave it so. Otherwise it is created.
  public static final int FAIL_IF_NEW = 0x100;

  /// Access: read.
  public static final int READ = 0x1000;

  /// Access: write.
  public static final int WRITE = 0x2000;

  /// Access: every write goes to the end.
  public static final int APPEND = 0x40000;

  static final int HANDLE = 0;
  static final int RESULT = 8;
  static final int FLAGS = 12;
  static final int INFO = 16;

  /// Guest: asks.
  public void ask(int flags) {
    memory.clear(at, SIZE);
    memory.u64(at + HANDLE, NIL);
    memory.u32(at + FLAGS, flags);
  }

  /// Host: answers.
  public void answer(long handle, int result) {
    memory.u64(at + HANDLE, handle);
    memory.u32(at + RESULT, result);
  }

  /// The open object, or [#NIL].
  public long handle() {
    return memory.u64(at + HANDLE);
  }

  /// What came of it.
  public int result() {
    return memory.u32(at + RESULT);
  }

  /// How to open or create.
  public int flags() {
    return memory.u32(at + FLAGS);
  }

  /// What is known of the object.
  public ObjectInfo info() {
    return new ObjectInfo(memory, at + INFO);
  }
}
