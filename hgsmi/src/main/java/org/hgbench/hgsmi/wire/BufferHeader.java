package org.hgbench.hgsmi.wire;

import org.hgbench.machine.memory.GuestMemory;

/// What every HGSMI buffer begins with.
///
/// | offset | size | field | |
/// |---|---|---|---|
/// | 0 | 4 | dataSize | bytes of data between header and tail, unsigned |
/// | 4 | 1 | flags | bits 0 and 1: [SequenceKind] |
/// | 5 | 1 | channel | who it is for: [Channel] |
/// | 6 | 2 | channelInfo | the command within the channel |
/// | 8 | 8 | sequence | zero, or sequence number and then total size or offset, 4 bytes each |
///
/// The sender writes all of it before it submits the buffer, and nobody changes it afterwards.
///
/// Source: VirtualBox 7.0, include/VBox/Graphics/HGSMIDefs.h, HGSMIBUFFERHEADER.
///
/// @param dataSize bytes of data, unsigned
/// @param flags the flags byte
/// @param channel 0 to 255
/// @param channelInfo the command, 0 to 65,535
/// @param sequence the last eight bytes as they are
public record BufferHeader(int dataSize, int flags, int channel, int channelInfo, long sequence) {
  /// The size of the structure in bytes.
  public static final int SIZE = 16;

  static final int DATA_SIZE = 0;
  static final int FLAGS = 4;
  static final int CHANNEL = 5;
  static final int CHANNEL_INFO = 6;
  static final int SEQUENCE = 8;

  /// The header of a buffer that stands for itself.
  public static BufferHeader single(int dataSize, int channel, int channelInfo) {
    return new BufferHeader(dataSize, SequenceKind.SINGLE.bits(), channel, channelInfo, 0);
  }

  /// The header of a part of a sequence.
  ///
  /// @param sizeOrOffset the total size for the first part, the offset of this part for the others
  public static BufferHeader part(
      SequenceKind kind, int dataSize, int channel, int channelInfo, int number, int sizeOrOffset) {
    long sequence = (long) sizeOrOffset << 32 | Integer.toUnsignedLong(number);
    return new BufferHeader(dataSize, kind.bits(), channel, channelInfo, sequence);
  }

  /// Copies a header out of memory, reading each byte once.
  public static BufferHeader read(GuestMemory memory, long at) {
    long first = memory.u64(at);
    return new BufferHeader(
        dataSize(first),
        (int) (first >>> 32) & 0xFF,
        channel(first),
        channelInfo(first),
        memory.u64(at + SEQUENCE));
  }

  /// Writes it to memory.
  public void write(GuestMemory memory, long at) {
    memory.u64(at, firstWord());
    memory.u64(at + SEQUENCE, sequence);
  }

  /// Its place in a sequence.
  public SequenceKind kind() {
    return SequenceKind.of(flags);
  }

  /// The first eight bytes as one little-endian word.
  long firstWord() {
    return firstWord(dataSize, flags, channel, channelInfo);
  }

  static int dataSize(long firstWord) {
    return (int) firstWord;
  }

  static int channel(long firstWord) {
    return (int) (firstWord >>> 40) & 0xFF;
  }

  static int channelInfo(long firstWord) {
    return (int) (firstWord >>> 48);
  }

  static long firstWord(int dataSize, int flags, int channel, int channelInfo) {
    return Integer.toUnsignedLong(dataSize)
        | (long) (flags & 0xFF) << 32
        | (long) (channel & 0xFF) << 40
        | (long) channelInfo << 48;
  }
}
