package org.hgbench.hgsmi.host;

import org.hgbench.hgsmi.wire.VbvaRing;

/// Takes records out of one ring.
///
/// The guest can write to all of the ring, so what the host relies on is private: the size of the
/// data, the threshold, and where the host itself has got to. Indices and record words are read
/// once and checked.
///
/// How far the guest has got is looked at when everything seen before is taken, and how far the
/// host has got is published for several records at once: guest and host share a cache line there.
///
/// Used inside the VGA critical section.
///
/// Differs: VirtualBox looks and publishes for each record, which shows the guest the same states
/// in smaller steps.
///
/// Source: VirtualBox 7.0, src/VBox/Devices/Graphics/DevVGA_VBVA.cpp, vbvaFetchCmd.
final class RingReader {
  /// What became of trying to take a record.
  enum Fetch {
    /// There is one: see [#record], then [#release].
    RECORD,
    /// There is none, or it is still being written.
    NOTHING,
    /// The guest broke the rules of the ring.
    VIOLATION
  }

  private static final int PUBLISHED_TOGETHER = 16;

  private final VbvaRing ring;
  private final int dataSize;
  private final int threshold;
  private final RecordBuffer buffer;
  private final VbvaRecord record = new VbvaRecord();

  private int dataOffset;
  private int first;
  private int seenFree;
  private int unpublished;
  private boolean inParts;
  private int inPlace;

  /// Reads an empty ring whose header has been checked.
  RingReader(VbvaRing ring, int dataSize, int threshold, RecordBuffer buffer) {
    this.ring = ring;
    this.dataSize = dataSize;
    this.threshold = threshold;
    this.buffer = buffer;
  }

  /// The ring.
  VbvaRing ring() {
    return ring;
  }

  /// The record that [#fetch] found.
  VbvaRecord record() {
    return record;
  }

  /// Looks for the next record.
  Fetch fetch() {
    if (first == seenFree && !lookForMore()) {
      return first == seenFree ? Fetch.NOTHING : Fetch.VIOLATION;
    }
    int word = ring.record(first);
    int length = VbvaRing.length(word);
    if (length > VbvaRing.LONGEST_RECORD) {
      return Fetch.VIOLATION;
    }
    if (inParts) {
      return fetchRest(length, VbvaRing.isPartial(word));
    }
    return VbvaRing.isPartial(word) ? fetchStart(length) : fetchWhole(length);
  }

  /// Is done with the record that [#fetch] found.
  void release() {
    if (inPlace > 0) {
      move(inPlace);
      inPlace = 0;
    } else {
      buffer.clear();
    }
    first = VbvaRing.next(first);
    if (++unpublished == PUBLISHED_TOGETHER) {
      publish();
    }
  }

  /// Gives back what it holds.
  void close() {
    buffer.release();
  }

  /// Gives the guest the room of what was taken, and looks whether there is more.
  private boolean lookForMore() {
    if (unpublished > 0) {
      publish();
    }
    seenFree = ring.freeRecord();
    return first != seenFree && Integer.compareUnsigned(seenFree, VbvaRing.RECORDS) < 0;
  }

  private Fetch fetchWhole(int length) {
    if (length >= dataSize) {
      return Fetch.VIOLATION;
    }
    if (length < VbvaRecord.LEAST_LENGTH) {
      return Fetch.VIOLATION;
    }
    if (length <= dataSize - dataOffset) {
      inPlace = length;
      record.inPlace(ring.memory(), ring.dataAt() + dataOffset, length);
      return Fetch.RECORD;
    }
    return take(length) ? deliverBuffer() : Fetch.VIOLATION;
  }

  /// A record that is still being written is taken in parts once it fills so much of the ring that
  /// the guest may have to wait for room.
  private Fetch fetchStart(int length) {
    if (unpublished > 0) {
      publish();
    }
    if (length < dataSize - threshold) {
      return Fetch.NOTHING;
    }
    inParts = true;
    return take(length) ? Fetch.NOTHING : Fetch.VIOLATION;
  }

  private Fetch fetchRest(int length, boolean isPartial) {
    if (length > buffer.length() && !take(length - buffer.length())) {
      return Fetch.VIOLATION;
    }
    if (isPartial) {
      return Fetch.NOTHING;
    }
    inParts = false;
    return deliverBuffer();
  }

  private Fetch deliverBuffer() {
    if (buffer.length() < VbvaRecord.LEAST_LENGTH) {
      return Fetch.VIOLATION;
    }
    record.copied(buffer.bytes(), buffer.length());
    return Fetch.RECORD;
  }

  private boolean take(int count) {
    if (count >= dataSize || !buffer.append(ring, dataSize, dataOffset, count)) {
      return false;
    }
    advance(count);
    return true;
  }

  private void advance(int count) {
    move(count);
    publish();
  }

  private void move(int count) {
    int moved = dataOffset + count;
    dataOffset = moved >= dataSize ? moved - dataSize : moved;
  }

  private void publish() {
    unpublished = 0;
    ring.dataOffset(dataOffset);
    ring.firstRecord(first);
  }
}
