package org.hgbench.machine.boundary.process;

/// A port access as the first argument of the trapping system call; the second is the value.
///
/// | bits | field |
/// |---|---|
/// | 0..15 | port |
/// | 16..23 | width in bytes |
/// | 24 | whether it is a write |
/// | 25 | whether nobody is asked: the yardstick |
/// | 26 | whether the EMT is asked to do what waits for it |
final class Trap {
  private static final long WRITE = 1L << 24;

  /// No access at all: the host answers at once.
  static final long BARE = 1L << 25;

  /// No access either: other threads of the host have work for the EMT.
  static final long EMT_WORK = 1L << 26;

  private Trap() {}

  static boolean isBare(long access) {
    return (access & BARE) != 0;
  }

  static boolean isEmtWork(long access) {
    return (access & EMT_WORK) != 0;
  }

  static long write(int port, int width) {
    return read(port, width) | WRITE;
  }

  static long read(int port, int width) {
    if ((port & ~0xFFFF) != 0) {
      throw new IllegalArgumentException("no such port: port=0x%x".formatted(port));
    }
    if (width != 4 && width != 2 && width != 1) {
      throw new IllegalArgumentException("no port access: width=" + width);
    }
    return port | (long) width << 16;
  }

  static boolean isWrite(long access) {
    return (access & WRITE) != 0;
  }

  static int port(long access) {
    return (int) access & 0xFFFF;
  }

  static int width(long access) {
    return (int) (access >>> 16) & 0xFF;
  }
}
