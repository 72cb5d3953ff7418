package org.hgbench.harness.targets;

/// The record that the ring targets send: 64 bytes, eight times the same word.
final class Record64 {
  static final int WORDS = 8;
  static final int BYTES = WORDS * Long.BYTES;

  private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

  private Record64() {}

  /// The word of record number `sequence`; cheap, since making it is not what is compared.
  static long word(long sequence) {
    return sequence * GOLDEN_RATIO;
  }
}
