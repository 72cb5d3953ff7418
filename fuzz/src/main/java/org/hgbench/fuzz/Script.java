package org.hgbench.fuzz;

import java.io.ByteArrayOutputStream;

/// Writes an input: the counterpart of [Input].
final class Script {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  Script u8(int value) {
    bytes.write(value);
    return this;
  }

  Script u16(int value) {
    return u8(value).u8(value >>> 8);
  }

  Script u32(int value) {
    return u16(value).u16(value >>> 16);
  }

  Script u64(long value) {
    return u32((int) value).u32((int) (value >>> 32));
  }

  Script bytes(byte[] part) {
    bytes.writeBytes(part);
    return this;
  }

  /// Little-endian words.
  Script words(int... words) {
    for (int word : words) {
      u32(word);
    }
    return this;
  }

  byte[] build() {
    return bytes.toByteArray();
  }
}
