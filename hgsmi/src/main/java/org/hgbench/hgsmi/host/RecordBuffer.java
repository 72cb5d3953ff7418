package org.hgbench.hgsmi.host;

import java.util.Arrays;
import org.hgbench.hgsmi.wire.VbvaRing;
import org.hgbench.machine.counter.Counter;

/// Private memory for the records of one ring that cannot be used where they are: those that cross
/// the ring's end, and those that are longer than the ring.
///
/// Differs: the buffers of all rings together hold no more than one longest record, so that a guest
/// with many screens cannot exhaust the host.
final class RecordBuffer {
  /// How many more bytes the buffers of a device may take.
  static final class Budget {
    private int left = VbvaRing.LONGEST_RECORD;
  }

  private static final int KEPT = 64 << 10;

  private final Budget budget;
  private final Counter copied;

  private byte[] bytes = {};
  private int length;

  RecordBuffer(Budget budget, Counter copied) {
    this.budget = budget;
    this.copied = copied;
  }

  int length() {
    return length;
  }

  byte[] bytes() {
    return bytes;
  }

  /// Appends what is in a ring from an offset on, around its end if need be.
  ///
  /// @return whether there was room
  boolean append(VbvaRing ring, int dataSize, int offset, int count) {
    if (!reserve((long) length + count)) {
      return false;
    }
    int untilEnd = Math.min(count, dataSize - offset);
    ring.memory().copyTo(ring.dataAt() + offset, bytes, length, untilEnd);
    ring.memory().copyTo(ring.dataAt(), bytes, length + untilEnd, count - untilEnd);
    length += count;
    copied.add(count);
    return true;
  }

  /// Empties it, giving back what few records need.
  void clear() {
    length = 0;
    if (bytes.length > KEPT) {
      release();
    }
  }

  /// Empties it and gives everything back.
  void release() {
    length = 0;
    budget.left += bytes.length;
    bytes = new byte[0];
  }

  private boolean reserve(long needed) {
    if (needed <= bytes.length) {
      return true;
    }
    long allowed = (long) bytes.length + budget.left;
    if (needed > allowed) {
      return false;
    }
    int capacity = (int) Math.min(allowed, Math.max(needed, 2L * bytes.length));
    budget.left -= capacity - bytes.length;
    bytes = Arrays.copyOf(bytes, capacity);
    return true;
  }
}
