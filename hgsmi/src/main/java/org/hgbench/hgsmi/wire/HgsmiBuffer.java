package org.hgbench.hgsmi.wire;

import org.hgbench.machine.memory.GuestMemory;

/// A buffer as a whole: header, data and tail, one behind the other.
///
/// ```text
///   offset        +16              +16+n     +24+n
///     | header 16  | data n         | tail 8  |
/// ```
///
/// Whoever sends it, guest or host, names it by the VRAM offset of its header.
public final class HgsmiBuffer {
  /// The bytes around the data.
  public static final int OVERHEAD = BufferHeader.SIZE + BufferTail.SIZE;

  private HgsmiBuffer() {}

  /// Writes header and tail, with the checksum, around data that may be there or may follow. Works
  /// on words, so that nothing is allocated however the compiler sees it.
  public static void seal(
      GuestMemory memory, int bufferOffset, int dataSize, int channel, int channelInfo) {
    long first = BufferHeader.firstWord(dataSize, 0, channel, channelInfo);
    memory.u64(bufferOffset, first);
    memory.u64(bufferOffset + BufferHeader.SEQUENCE, 0);
    long checksum = Checksum.of(bufferOffset, first, 0, 0);
    memory.u64(tailAt(bufferOffset, dataSize), checksum << 32);
  }

  /// Writes header and tail, with the checksum, for a header of any kind.
  public static void seal(GuestMemory memory, int bufferOffset, BufferHeader header) {
    header.write(memory, bufferOffset);
    new BufferTail(0, Checksum.of(bufferOffset, header, 0))
        .write(memory, tailAt(bufferOffset, header.dataSize()));
  }

  /// Where the data begins.
  public static long dataAt(long bufferOffset) {
    return bufferOffset + BufferHeader.SIZE;
  }

  /// The size of the data, read back from the header.
  public static int dataSize(GuestMemory memory, long bufferOffset) {
    return memory.u32(bufferOffset + BufferHeader.DATA_SIZE);
  }

  static long tailAt(long bufferOffset, long dataSize) {
    return bufferOffset + BufferHeader.SIZE + dataSize;
  }
}
