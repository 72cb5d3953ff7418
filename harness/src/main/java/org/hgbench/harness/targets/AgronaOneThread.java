package org.hgbench.harness.targets;

import static org.agrona.concurrent.ringbuffer.RingBuffer.INSUFFICIENT_CAPACITY;

import java.nio.ByteOrder;
import org.agrona.BitUtil;
import org.agrona.BufferUtil;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.MessageHandler;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.ringbuffer.OneToOneRingBuffer;
import org.agrona.concurrent.ringbuffer.RingBufferDescriptor;

/// The same records through Agrona's ring of 64 KiB, written in place and read by one thread.
final class AgronaOneThread implements Contender, MessageHandler {
  /// Drains only when there is no room.
  static final int FULL = Integer.MAX_VALUE;

  static final int CAPACITY = 64 << 10;
  static final int TYPE = 1;

  private final OneToOneRingBuffer ring = ring();
  private final int drainedEvery;
  private int undrained;
  private long sequence;
  private long sum;

  /// Drains the ring after so many records, or when it is full.
  AgronaOneThread(int drainedEvery) {
    this.drainedEvery = drainedEvery;
  }

  static OneToOneRingBuffer ring() {
    return new OneToOneRingBuffer(
        new UnsafeBuffer(
            BufferUtil.allocateDirectAligned(
                CAPACITY + RingBufferDescriptor.TRAILER_LENGTH, BitUtil.CACHE_LINE_LENGTH * 2)));
  }

  /// Writes a record in place, if there is room.
  static boolean write(OneToOneRingBuffer ring, long word) {
    int at = ring.tryClaim(TYPE, Record64.BYTES);
    if (at == INSUFFICIENT_CAPACITY) {
      return false;
    }
    for (int i = 0; i < Record64.BYTES; i += Long.BYTES) {
      ring.buffer().putLong(at + i, word, ByteOrder.LITTLE_ENDIAN);
    }
    ring.commit(at);
    return true;
  }

  /// Adds up all words of a record.
  static long sum(MutableDirectBuffer buffer, int at, int length) {
    long sum = 0;
    for (int i = 0; i < length; i += Long.BYTES) {
      sum += buffer.getLong(at + i, ByteOrder.LITTLE_ENDIAN);
    }
    return sum;
  }

  @Override
  public String name() {
    return "Agrona ring, read "
        + (drainedEvery == FULL ? "when full" : "every %d records".formatted(drainedEvery));
  }

  @Override
  public void run(int operations) {
    for (int i = 0; i < operations; i++) {
      long word = Record64.word(sequence++);
      if (undrained == drainedEvery || !write(ring, word)) {
        drain();
        if (!write(ring, word)) {
          throw new IllegalStateException("no room in an empty Agrona ring");
        }
      }
      undrained++;
    }
    drain();
  }

  @Override
  public void onMessage(int type, MutableDirectBuffer buffer, int at, int length) {
    sum += sum(buffer, at, length);
  }

  @Override
  public long end() {
    return sum;
  }

  @Override
  public void close() {
    // Its memory goes with it.
  }

  private void drain() {
    do {
      // Reading stops at the end of the buffer, behind padding even without a record.
      ring.read(this);
    } while (ring.size() > 0);
    undrained = 0;
  }
}
