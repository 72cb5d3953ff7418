package org.hgbench.hgsmi.guest;

import java.util.function.BooleanSupplier;
import org.hgbench.hgsmi.wire.VbvaEnable;
import org.hgbench.hgsmi.wire.VbvaRing;
import org.hgbench.machine.memory.GuestMemory;

/// Streams records to the host through the ring of one screen.
///
/// ```java
/// if (ring.begin() && ring.write(record, 0, record.length)) {
///   ring.end();
/// }
/// ```
///
/// No lock, no trap and no allocation, unless the ring is full. What the host writes is kept as it
/// was last seen and looked at again only when that leaves no room: guest and host share the cache
/// line of their indices, so each look may cost a miss.
///
/// One guest thread uses it.
///
/// Source: Linux, drivers/gpu/drm/vboxvideo/vbva_base.c.
public final class RingWriter {
  /// What the guest does when the ring is full.
  public enum WhenFull {
    /// Rings the doorbell: one trap, after which the host has taken everything.
    FLUSH,
    /// Waits for a thread of the host to take something; never traps.
    WAIT
  }

  private static final int LOOKS_BETWEEN_CLOCKS = 1024;
  private static final long LONGEST_WAIT_NANOS = 1_000_000_000;

  private final VideoCommands commands;
  private final VbvaRing ring;
  private final GuestMemory vram;
  private final int screen;
  private final int dataSize;
  private final int threshold;
  private final WhenFull whenFull;

  private final byte[] split = new byte[Long.BYTES];

  private int freeRecord;
  private int freeOffset;
  private int seenFirst;
  private int seenDataOffset;
  private int record;
  private int length;

  /// A ring at `ringOffset` in VRAM, of `ringBytes` with its header.
  ///
  /// @param threshold how much room a record that is written in parts leaves
  public RingWriter(
      HgsmiGuest guest,
      int screen,
      long ringOffset,
      int ringBytes,
      int threshold,
      WhenFull whenFull) {
    this.commands = new VideoCommands(guest);
    this.vram = guest.vram();
    this.ring = new VbvaRing(vram, ringOffset);
    this.screen = screen;
    this.dataSize = ringBytes - VbvaRing.HEADER_SIZE;
    this.threshold = threshold;
    this.whenFull = whenFull;
  }

  /// A ring of Linux's size where Linux puts it.
  public static RingWriter linux(HgsmiGuest guest, VramMap map, int screen, WhenFull whenFull) {
    return new RingWriter(
        guest,
        screen,
        map.ringOffset(screen),
        VbvaRing.LINUX_BYTES,
        VbvaRing.LINUX_THRESHOLD,
        whenFull);
  }

  /// Empties the ring and has the host take records from it.
  ///
  /// @return what the host said
  public int enable() {
    ring.initialize(dataSize, threshold);
    freeRecord = 0;
    freeOffset = 0;
    seenFirst = 0;
    seenDataOffset = 0;
    return commands.ring(VbvaEnable.ENABLE, screen, ring.at());
  }

  /// Has the host take what is there, and then no more.
  public int disable() {
    return commands.ring(VbvaEnable.DISABLE, screen, ring.at());
  }

  /// Whether the host takes records. It stops if the guest breaks the ring's rules.
  public boolean isEnabled() {
    return (ring.hostEvents() & VbvaRing.MODE_ENABLED) != 0;
  }

  /// Writes a whole record of the same eight bytes `count` times, and publishes it with one word
  /// where the three steps take four. The host cannot tell the difference.
  ///
  /// @return whether there was room
  public boolean append(long word, int count) {
    int bytes = count * Long.BYTES;
    int next = VbvaRing.next(freeRecord);
    if (next == seenFirst || bytes >= available() || bytes > dataSize - freeOffset) {
      return appendInSteps(word, count);
    }
    if (!isEnabled()) {
      return false;
    }
    vram.fillWords(ring.dataAt() + freeOffset, bytes, word);
    publishWhole(bytes, next);
    return true;
  }

  /// Writes a whole record, and publishes it with one word where the three steps take four. The
  /// host cannot tell the difference.
  ///
  /// @return whether there was room
  public boolean append(byte[] source, int from, int count) {
    int next = VbvaRing.next(freeRecord);
    if (next == seenFirst || count >= available() || count > dataSize - freeOffset) {
      return appendInSteps(source, from, count);
    }
    if (!isEnabled()) {
      return false;
    }
    vram.copyFrom(ring.dataAt() + freeOffset, source, from, count);
    publishWhole(count, next);
    return true;
  }

  /// Begins a record.
  ///
  /// @return whether there was room for one more
  public boolean begin() {
    if (!isEnabled()) {
      return false;
    }
    int next = VbvaRing.next(freeRecord);
    if (next == seenFirst && !makeRoomForRecord(next)) {
      return false;
    }
    record = freeRecord;
    length = 0;
    ring.record(record, VbvaRing.PARTIAL);
    freeRecord = next;
    ring.freeRecord(next);
    return true;
  }

  /// Appends to the record.
  ///
  /// @return whether there was room; if not, the record cannot be completed
  public boolean write(byte[] source, int from, int count) {
    int done = 0;
    while (done < count) {
      int chunk = room(count - done);
      if (chunk <= 0) {
        return false;
      }
      int untilEnd = Math.min(chunk, dataSize - freeOffset);
      vram.copyFrom(ring.dataAt() + freeOffset, source, from + done, untilEnd);
      if (untilEnd < chunk) {
        vram.copyFrom(ring.dataAt(), source, from + done + untilEnd, chunk - untilEnd);
      }
      publish(chunk);
      done += chunk;
    }
    return true;
  }

  /// Appends eight bytes to the record: the rectangle that a record begins with, or all of a short
  /// one.
  ///
  /// @return whether there was room; if not, the record cannot be completed
  public boolean write(long word) {
    return writeWords(word, 1);
  }

  /// Appends the same eight bytes `count` times.
  ///
  /// @return whether there was room; if not, the record cannot be completed
  public boolean writeWords(long word, int count) {
    int bytes = count * Long.BYTES;
    if (bytes > dataSize - freeOffset || room(bytes) < bytes) {
      return writeSplitWords(word, count);
    }
    vram.fillWords(ring.dataAt() + freeOffset, bytes, word);
    publish(bytes);
    return true;
  }

  /// Completes the record: the host may take it.
  public void end() {
    ring.record(record, length);
  }

  /// Whether the host has taken every record and given their room back: a look, no trap.
  public boolean isDrained() {
    return ring.firstRecord() == freeRecord;
  }

  /// Rings the doorbell: the host has taken everything when this returns.
  public void flush() {
    commands.flush();
  }

  private boolean appendInSteps(long word, int count) {
    if (!begin() || !writeWords(word, count)) {
      return false;
    }
    end();
    return true;
  }

  private boolean appendInSteps(byte[] source, int from, int count) {
    if (!begin() || !write(source, from, count)) {
      return false;
    }
    end();
    return true;
  }

  private boolean writeSplitWords(long word, int count) {
    for (int i = 0; i < Long.BYTES; i++) {
      split[i] = (byte) (word >>> Byte.SIZE * i);
    }
    for (int i = 0; i < count; i++) {
      if (!write(split, 0, Long.BYTES)) {
        return false;
      }
    }
    return true;
  }

  /// How many of `wanted` bytes can be written now, having made room if there was too little.
  private int room(int wanted) {
    int available = available();
    if (wanted < available || wanted < (available = lookAgain())) {
      return wanted;
    }
    if (whenFull == WhenFull.FLUSH) {
      flush();
    } else {
      waitWhile(() -> lookAgain() <= threshold);
    }
    available = lookAgain();
    if (wanted < available) {
      return wanted;
    }
    return Math.max(0, available - threshold);
  }

  private int available() {
    int distance = seenDataOffset - freeOffset;
    return distance > 0 ? distance : dataSize + distance;
  }

  /// The host's offset is not trusted: one that is outside the ring leaves no room.
  private int lookAgain() {
    int offset = ring.dataOffset();
    if (Integer.compareUnsigned(offset, dataSize) >= 0) {
      return 0;
    }
    seenDataOffset = offset;
    return available();
  }

  private boolean makeRoomForRecord(int next) {
    if (lookAgainWhetherFull(next)) {
      if (whenFull == WhenFull.FLUSH) {
        flush();
      } else {
        waitWhile(() -> lookAgainWhetherFull(next));
      }
    }
    return !lookAgainWhetherFull(next);
  }

  /// The host's index is not trusted: one that is outside the ring leaves no room, now and later.
  private boolean lookAgainWhetherFull(int next) {
    int first = ring.firstRecord();
    if (Integer.compareUnsigned(first, VbvaRing.RECORDS) >= 0) {
      return true;
    }
    seenFirst = first;
    return next == first;
  }

  /// Waits for the host's thread, as long as it is there and takes records.
  private void waitWhile(BooleanSupplier full) {
    long start = System.nanoTime();
    while (full.getAsBoolean() && isEnabled()) {
      for (int i = 0; i < LOOKS_BETWEEN_CLOCKS && full.getAsBoolean(); i++) {
        Thread.onSpinWait();
      }
      if (System.nanoTime() - start > LONGEST_WAIT_NANOS) {
        return;
      }
    }
  }

  /// The data must be in memory before the word that says how long the record is.
  private void publish(int count) {
    moveFreeOffset(count);
    length += count;
    ring.record(record, length | VbvaRing.PARTIAL);
  }

  /// The host looks at nothing of a record before the index behind it has moved.
  private void publishWhole(int count, int next) {
    moveFreeOffset(count);
    ring.record(freeRecord, count);
    freeRecord = next;
    ring.freeRecord(next);
  }

  private void moveFreeOffset(int count) {
    int moved = freeOffset + count;
    freeOffset = moved >= dataSize ? moved - dataSize : moved;
    ring.freeOffset(freeOffset);
  }
}
