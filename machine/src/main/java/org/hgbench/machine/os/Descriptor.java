package org.hgbench.machine.os;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// An open file descriptor that this object owns.
public final class Descriptor implements AutoCloseable {
  private static final int AT_FDCWD = -100; // linux/fcntl.h
  private static final int O_RDWR = 2; // asm-generic/fcntl.h
  private static final int O_CLOEXEC = 0x80000;
  private static final int PROT_READ = 1; // asm-generic/mman-common.h
  private static final int PROT_WRITE = 2;
  private static final int MAP_SHARED = 1;

  private final int number;
  private boolean closed;

  /// Takes over an open descriptor.
  public Descriptor(int number) {
    this.number = number;
  }

  /// Opens a file for reading and writing; it is closed when a program is executed.
  ///
  /// @throws OsException if that is refused
  public static Descriptor open(String path) {
    try (Arena arena = Arena.ofConfined()) {
      long name = arena.allocateFrom(path).address();
      return new Descriptor(
          (int) Kernel.checked(SystemCall.OPENAT, AT_FDCWD, name, O_RDWR | O_CLOEXEC));
    }
  }

  /// Its number.
  public int number() {
    return number;
  }

  /// Asks the driver behind it.
  ///
  /// @return what the driver answers, not negative
  /// @throws OsException if the driver refuses; names `request`
  public int ioctl(String name, long request, long argument) {
    Kernel kernel = new Kernel();
    long result;
    do {
      result = kernel.call(SystemCall.IOCTL.number(), number, request, argument);
    } while (result == -Kernel.EINTR);
    if (result < 0) {
      throw Kernel.failure(name, result);
    }
    return (int) result;
  }

  /// Maps its first bytes, shared, until the arena closes.
  public MemorySegment map(Arena arena, long bytes) {
    long address = Kernel.mmap(0, bytes, PROT_READ | PROT_WRITE, MAP_SHARED, number, 0);
    return Kernel.mapping(arena, address, bytes);
  }

  /// Reads at a place of the file until `target` is full.
  ///
  /// @throws IllegalStateException if the file ends before
  public void read(MemorySegment target, long at) {
    long read =
        Kernel.checked(SystemCall.PREAD64, number, target.address(), target.byteSize(), at, 0, 0);
    if (read != target.byteSize()) {
      throw new IllegalStateException(
          "descriptor ended early: read=%d wanted=%d".formatted(read, target.byteSize()));
    }
  }

  /// A text of at most `bytes` bytes at a place of the file.
  public String text(Arena arena, long at, int bytes) {
    MemorySegment text = arena.allocate(bytes + 1L);
    read(text.asSlice(0, bytes), at);
    text.set(ValueLayout.JAVA_BYTE, bytes, (byte) 0);
    return text.getString(0);
  }

  /// Closes it, once.
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      Kernel.checked(SystemCall.CLOSE, number, 0, 0);
    }
  }
}
