package org.hgbench.hgsmi.wire;

import org.hgbench.machine.memory.GuestMemory;
import org.hgbench.machine.trace.Stage;
import org.hgbench.machine.trace.Stamps;

/// The part of VRAM in which a side accepts buffers: all of it for the host, the host heap for the
/// guest. Both sides verify and dispatch with this one algorithm.
///
/// Source: VirtualBox 7.0, include/VBox/Graphics/HGSMIDefs.h, HGSMIAREA, and
/// src/VBox/GuestHost/HGSMI/HGSMICommon.cpp, HGSMIAreaInitialize and HGSMIBufferProcess.
public final class Area {
  private final GuestMemory memory;
  private final long first;
  private final long last;

  /// Covers `bytes` from VRAM offset `first` on.
  ///
  /// @throws IllegalArgumentException if the area leaves the memory or cannot hold a buffer; see
  ///   [#isPossible]
  public Area(GuestMemory memory, long first, long bytes) {
    if (!isPossible(first, bytes) || !memory.contains(first, bytes)) {
      throw new IllegalArgumentException("area: first=0x%x bytes=%d".formatted(first, bytes));
    }
    this.memory = memory;
    this.first = first;
    this.last = first + bytes - HgsmiBuffer.OVERHEAD;
  }

  /// Whether an area can begin at `first` and have so many bytes, both unsigned 32-bit numbers: it
  /// must hold the smallest buffer, and its last offset must be one, too.
  public static boolean isPossible(long first, long bytes) {
    return bytes >= HgsmiBuffer.OVERHEAD && first >= 0 && first <= 0xFFFFFFFFL - bytes;
  }

  /// Whether a buffer may begin at an offset.
  public boolean contains(long bufferOffset) {
    return bufferOffset >= first && bufferOffset <= last;
  }

  /// Verifies the buffer at an offset that the other side gave, and hands it to its channel.
  ///
  /// Header and tail are copied once, as words, and only the copies are used, so a sender that
  /// changes them meanwhile gains nothing.
  ///
  /// Differs: VirtualBox reads channel and channelInfo a second time, after the checksum passed.
  ///
  /// @return `INVALID_PARAMETER` if no buffer may begin there, `TOO_MUCH_DATA` if it would run past
  ///   the area, `INVALID_STATE` if the checksum is wrong, `INVALID_FUNCTION` if the channel has no
  ///   handler, else what the handler said
  public int process(int bufferOffset, ChannelTable channels) {
    long at = Integer.toUnsignedLong(bufferOffset);
    if (!contains(at)) {
      return VboxStatus.INVALID_PARAMETER;
    }
    long header = memory.u64(at);
    long sequence = memory.u64(at + BufferHeader.SEQUENCE);
    long dataSize = Integer.toUnsignedLong(BufferHeader.dataSize(header));
    if (dataSize > last - at) {
      return VboxStatus.TOO_MUCH_DATA;
    }
    long tail = memory.u64(HgsmiBuffer.tailAt(at, dataSize));
    if (Checksum.of(bufferOffset, header, sequence, (int) tail) != (int) (tail >>> 32)) {
      return VboxStatus.INVALID_STATE;
    }
    ChannelHandler handler = channels.handler(BufferHeader.channel(header));
    if (handler == null) {
      return VboxStatus.INVALID_FUNCTION;
    }
    Stamps.stamp(Stage.PARSED);
    return handler.handle(
        BufferHeader.channelInfo(header), memory, HgsmiBuffer.dataAt(at), (int) dataSize);
  }
}
