package org.hgbench.hgsmi.wire;

/// The checksum of a buffer: Bob Jenkins' one-at-a-time hash of 24 bytes.
///
/// | bytes | of |
/// |---|---|
/// | 4 | the buffer's offset, so that a copy elsewhere does not verify |
/// | 16 | [BufferHeader] |
/// | 4 | [BufferTail#reserved] |
///
/// The data is not covered. The hash is a chain of 24 dependent steps, which is most of what
/// HGSMI's software costs per command: it is computed from words in registers, never byte by byte
/// from memory.
///
/// Source: VirtualBox 7.0, src/VBox/GuestHost/HGSMI/HGSMICommon.cpp, HGSMIChecksum.
public final class Checksum {
  private Checksum() {}

  /// The checksum of a buffer.
  public static int of(int bufferOffset, BufferHeader header, int reserved) {
    return of(bufferOffset, header.firstWord(), header.sequence(), reserved);
  }

  /// The checksum of a buffer whose header is in two words.
  static int of(int bufferOffset, long first, long sequence, int reserved) {
    int hash = mix4(0, bufferOffset);
    hash = mix8(hash, first);
    hash = mix8(hash, sequence);
    hash = mix4(hash, reserved);
    return finish(hash);
  }

  private static int mix8(int hash, long word) {
    return mix4(mix4(hash, (int) word), (int) (word >>> 32));
  }

  private static int mix4(int hash, int word) {
    int h = mix(hash, word & 0xFF);
    h = mix(h, word >>> 8 & 0xFF);
    h = mix(h, word >>> 16 & 0xFF);
    return mix(h, word >>> 24);
  }

  private static int mix(int hash, int unsignedByte) {
    int h = hash + unsignedByte;
    h += h << 10;
    return h ^ h >>> 6;
  }

  private static int finish(int hash) {
    int h = hash + (hash << 3);
    h ^= h >>> 11;
    return h + (h << 15);
  }
}
