package org.hgbench.machine.os;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// A file without a name that lives in memory and can be mapped by several processes (Linux memfd).
public final class MemoryFile implements AutoCloseable {
  private static final long GUARD = 4096;

  private final int descriptor;
  private final long bytes;

  private MemoryFile(int descriptor, long bytes) {
    this.descriptor = descriptor;
    this.bytes = bytes;
  }

  /// Whether this operating system has such files.
  public static boolean isSupported() {
    return System.getProperty("os.name").equals("Linux");
  }

  /// Creates a zeroed file that is closed when a program is executed and can neither grow nor
  /// shrink.
  public static MemoryFile create(long bytes) {
    int descriptor = Libc.memfdCreate("hgbench", Libc.MFD_CLOEXEC | Libc.MFD_ALLOW_SEALING);
    try {
      Libc.ftruncate(descriptor, bytes);
      Libc.fcntl(
          descriptor, Libc.F_ADD_SEALS, Libc.F_SEAL_SEAL | Libc.F_SEAL_SHRINK | Libc.F_SEAL_GROW);
    } catch (RuntimeException | Error e) {
      Libc.close(descriptor);
      throw e;
    }
    return new MemoryFile(descriptor, bytes);
  }

  /// Takes over a descriptor that another process handed to this one.
  public static MemoryFile adopt(int descriptor, long bytes) {
    return new MemoryFile(descriptor, bytes);
  }

  /// The size in bytes.
  public long bytes() {
    return bytes;
  }

  /// The descriptor, for handing the file to another process. This object keeps owning it.
  public int descriptor() {
    return descriptor;
  }

  /// Maps part of the file, readable and writable, with an inaccessible page before and behind it.
  /// Returns the address of the first byte; the mapping ends with the arena.
  public long mapGuarded(Arena arena, long offset, long length) {
    MemorySegment reserved =
        Libc.mmap(
            MemorySegment.NULL,
            length + 2 * GUARD,
            Libc.PROT_NONE,
            Libc.MAP_PRIVATE | Libc.MAP_ANONYMOUS,
            -1,
            0);
    Libc.unmapWith(arena, reserved, length + 2 * GUARD);
    MemorySegment inside =
        Libc.mmap(
            MemorySegment.ofAddress(reserved.address() + GUARD),
            length,
            Libc.PROT_READ | Libc.PROT_WRITE,
            Libc.MAP_SHARED | Libc.MAP_FIXED,
            descriptor,
            offset);
    return inside.address();
  }

  @Override
  public void close() {
    Libc.close(descriptor);
  }
}
