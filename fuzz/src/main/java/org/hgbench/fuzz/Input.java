package org.hgbench.fuzz;

/// Reads an input from its beginning; behind its end are zeroes. Little-endian.
final class Input {
  private final byte[] bytes;
  private int at;

  Input(byte[] bytes) {
    this.bytes = bytes;
  }

  boolean isEmpty() {
    return at >= bytes.length;
  }

  int u8() {
    return at < bytes.length ? bytes[at++] & 0xFF : 0;
  }

  int u16() {
    return u8() | u8() << 8;
  }

  int u32() {
    return u16() | u16() << 16;
  }

  long u64() {
    return Integer.toUnsignedLong(u32()) | (long) u32() << 32;
  }

  /// The next bytes, as many of so many as there are.
  byte[] bytes(int count) {
    byte[] part = new byte[Math.min(count, Math.max(0, bytes.length - at))];
    System.arraycopy(bytes, at, part, 0, part.length);
    at += part.length;
    return part;
  }
}
