package org.hgbench.harness.link;

/// The bytes that an operation carries, decided by its sequence number.
public final class Words {
  private Words() {}

  /// A 64-bit word that looks random: neighbours differ in about half of their bits (the finaliser
  /// of SplitMix64).
  public static long of(long sequence) {
    long z = sequence + 0x9E3779B97F4A7C15L;
    z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }

  /// What [org.hgbench.machine.memory.GuestMemory#sum] says of `bytes` filled with `word`.
  public static long sum(long word, long bytes) {
    long rest = bytes & 7;
    long whole = word * (bytes >>> 3);
    return rest == 0 ? whole : whole + (word & -1L >>> 64 - rest * 8);
  }

  /// What [org.hgbench.machine.memory.GuestMemory#sum] would say of the first `length` bytes.
  public static long sumOf(byte[] bytes, int length) {
    long sum = 0;
    for (int i = 0; i < length; i++) {
      sum += (bytes[i] & 0xFFL) << (i & 7) * Byte.SIZE;
    }
    return sum;
  }
}
