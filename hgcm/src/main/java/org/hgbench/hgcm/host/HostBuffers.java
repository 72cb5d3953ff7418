package org.hgbench.hgcm.host;

import org.hgbench.machine.memory.GuestMemory;

/// The host's buffers for payloads: zeroed before each use, so that no guest sees what another call
/// left behind, and used again, so that nothing is allocated per call.
///
/// Sizes are powers of two. What is not in use is kept up to a total of [#KEPT_BYTES].
final class HostBuffers {
  private static final int SMALLEST_SHIFT = 6;
  private static final long KEPT_BYTES = 64 << 20;

  private final Buffer[] free = new Buffer[Integer.SIZE];
  private long keptBytes;
  private int inUse;

  /// One buffer.
  static final class Buffer {
    private final GuestMemory memory;
    private final int shift;
    private Buffer next;

    private Buffer(int shift) {
      this.memory = GuestMemory.allocate(1L << shift);
      this.shift = shift;
    }

    /// Its bytes, at least as many as were asked for.
    GuestMemory memory() {
      return memory;
    }
  }

  /// A buffer whose first `bytes` are zero, or null if the host has no memory left.
  Buffer take(int bytes) {
    Buffer buffer = take(bytes, SMALLEST_SHIFT);
    if (buffer != null) {
      buffer.memory.clear(0, bytes);
    }
    return buffer;
  }

  private synchronized Buffer take(int bytes, int smallestShift) {
    int shift = Math.max(smallestShift, Integer.SIZE - Integer.numberOfLeadingZeros(bytes - 1));
    Buffer buffer = free[shift];
    if (buffer != null) {
      free[shift] = buffer.next;
      buffer.next = null;
      keptBytes -= 1L << shift;
      inUse++;
      return buffer;
    }
    try {
      buffer = new Buffer(shift);
    } catch (OutOfMemoryError e) {
      // The guest is told: it chose the size. The host itself lives on with what it has.
      return null;
    }
    inUse++;
    return buffer;
  }

  /// Gives a buffer back.
  synchronized void give(Buffer buffer) {
    inUse--;
    if (keptBytes + (1L << buffer.shift) <= KEPT_BYTES) {
      buffer.next = free[buffer.shift];
      free[buffer.shift] = buffer;
      keptBytes += 1L << buffer.shift;
    }
  }

  /// How many are with calls at the moment.
  synchronized int inUse() {
    return inUse;
  }
}
