package org.hgbench.hgsmi.wire;

import org.hgbench.machine.memory.GuestMemory;

/// What every HGSMI buffer ends with, right behind its data.
///
/// | offset | size | field | |
/// |---|---|---|---|
/// | 0 | 4 | reserved | zero; covered by the checksum |
/// | 4 | 4 | checksum | [Checksum] over offset, header and reserved |
///
/// Source: VirtualBox 7.0, include/VBox/Graphics/HGSMIDefs.h, HGSMIBUFFERTAIL.
///
/// @param reserved the reserved word
/// @param checksum the checksum that the sender computed
public record BufferTail(int reserved, int checksum) {
  /// The size of the structure in bytes.
  public static final int SIZE = 8;

  static final int RESERVED = 0;
  static final int CHECKSUM = 4;

  /// Copies a tail out of memory.
  public static BufferTail read(GuestMemory memory, long at) {
    long both = memory.u64(at);
    return new BufferTail((int) both, (int) (both >>> 32));
  }

  /// Writes it to memory.
  public void write(GuestMemory memory, long at) {
    memory.u64(at, (long) checksum << 32 | Integer.toUnsignedLong(reserved));
  }
}
