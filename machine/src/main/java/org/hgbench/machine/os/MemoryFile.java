package org.hgbench.machine.os;

import java.lang.foreign.Arena;

/// A file without a name that lives in memory and can be mapped by several processes (Linux memfd).
public final class MemoryFile implements AutoCloseable {
  private static final long GUARD = 4096;
  private static final int MFD_CLOEXEC = 1; // linux/memfd.h
  private static final int MFD_ALLOW_SEALING = 2;
  static final int F_ADD_SEALS = 1033; // linux/fcntl.h
  private static final int F_GET_SEALS = 1034;
  private static final int F_SEAL_SEAL = 1;
  static final int F_SEAL_SHRINK = 2;
  private static final int F_SEAL_GROW = 4;
  private static final int SEEK_END = 2; // unistd.h
  private static final int PROT_NONE = 0; // asm-generic/mman-common.h
  private static final int PROT_READ = 1;
  private static final int PROT_WRITE = 2;
  private static final int MAP_SHARED = 1;
  private static final int MAP_PRIVATE = 2;
  private static final int MAP_FIXED = 0x10;
  private static final int MAP_ANONYMOUS = 0x20;

  private final Descriptor descriptor;
  private final long bytes;

  private MemoryFile(Descriptor descriptor, long bytes) {
    this.descriptor = descriptor;
    this.bytes = bytes;
  }

  /// Whether this operating system has such files.
  public static boolean isSupported() {
    return Platform.IS_LINUX;
  }

  /// Creates a zeroed file that is closed when a program is executed and can neither grow nor
  /// shrink.
  public static MemoryFile create(long bytes) {
    Descriptor descriptor = memfd();
    try {
      Kernel.checked(SystemCall.FTRUNCATE, descriptor.number(), bytes, 0);
      Kernel.checked(
          SystemCall.FCNTL,
          descriptor.number(),
          F_ADD_SEALS,
          F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW);
    } catch (RuntimeException | Error e) {
      descriptor.close();
      throw e;
    }
    return new MemoryFile(descriptor, bytes);
  }

  /// Takes over a descriptor that another process handed to this one, unless it throws. Touching
  /// memory behind the end of a file would end this process, so the file must be large enough and
  /// unable to shrink.
  ///
  /// @throws IllegalArgumentException if it is not
  /// @throws OsException if the descriptor is no such file
  public static MemoryFile adopt(int descriptor, long bytes) {
    long seals = Kernel.checked(SystemCall.FCNTL, descriptor, F_GET_SEALS, 0);
    if ((seals & F_SEAL_SHRINK) == 0) {
      throw new IllegalArgumentException("memory file: could shrink, seals=0x%x".formatted(seals));
    }
    long size = Kernel.checked(SystemCall.LSEEK, descriptor, 0, SEEK_END);
    if (size < bytes) {
      throw new IllegalArgumentException("memory file: bytes=%d, need %d".formatted(size, bytes));
    }
    return new MemoryFile(new Descriptor(descriptor), bytes);
  }

  /// The size in bytes.
  public long bytes() {
    return bytes;
  }

  /// The descriptor, for handing the file to another process. This object keeps owning it.
  public int descriptor() {
    return descriptor.number();
  }

  /// Maps part of the file, readable and writable, with an inaccessible page before and behind it.
  /// Returns the address of the first byte; the mapping ends with the arena.
  public long mapGuarded(Arena arena, long offset, long length) {
    long reserved =
        Kernel.mmap(0, length + 2 * GUARD, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    Kernel.mapping(arena, reserved, length + 2 * GUARD);
    return Kernel.mmap(
        reserved + GUARD,
        length,
        PROT_READ | PROT_WRITE,
        MAP_SHARED | MAP_FIXED,
        descriptor.number(),
        offset);
  }

  static Descriptor memfd() {
    try (Arena arena = Arena.ofConfined()) {
      long name = arena.allocateFrom("hgbench").address();
      return new Descriptor(
          (int) Kernel.checked(SystemCall.MEMFD_CREATE, name, MFD_CLOEXEC | MFD_ALLOW_SEALING, 0));
    }
  }

  @Override
  public void close() {
    descriptor.close();
  }
}
