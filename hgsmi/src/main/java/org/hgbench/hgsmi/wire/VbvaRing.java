package org.hgbench.hgsmi.wire;

import org.hgbench.machine.memory.GuestMemory;

/// The ring in VRAM through which a guest streams records to the host without a trap.
///
/// | offset | size | field | who writes it |
/// |---|---|---|---|
/// | 0 | 4 | hostEvents | host |
/// | 4 | 4 | supportedOrders | host |
/// | 8 | 4 | dataOffset: where unread data begins | host |
/// | 12 | 4 | freeOffset: where the next byte goes | guest |
/// | 16 | 256 | 64 record words | guest |
/// | 272 | 4 | firstRecord: the oldest record not yet taken | host |
/// | 276 | 4 | freeRecord: behind the newest record | guest |
/// | 280 | 4 | partialWriteThreshold | guest, before it enables the ring |
/// | 284 | 4 | dataSize: bytes of data | guest, before it enables the ring |
/// | 288 | dataSize | data | guest |
///
/// A record word is the length, with [#PARTIAL] while the record is still being written. Ordering:
/// the guest writes a record's data before its word and the word before `freeRecord`; the host is
/// done with the data before it writes `dataOffset`, and writes that before `firstRecord`. The
/// words are written with release and read with acquire.
///
/// Source: VirtualBox 7.0, include/VBox/Graphics/VBoxVideo.h, VBVABUFFER.
///
/// @param memory VRAM
/// @param at where the structure begins
public record VbvaRing(GuestMemory memory, long at) {
  /// Where the data begins.
  public static final int HEADER_SIZE = 288;

  /// `VBVA_MAX_RECORDS`.
  public static final int RECORDS = 64;

  /// `VBVA_F_RECORD_PARTIAL`: the record is still being written.
  public static final int PARTIAL = 0x80000000;

  /// `VBVA_F_MODE_ENABLED`: the host takes records.
  public static final int MODE_ENABLED = 0x01;

  /// The event by which the host asks for everything to be drawn again.
  public static final int EVENT_RESET = 0x80;

  /// `VBVA_MIN_BUFFER_SIZE`: what Linux sets aside for a ring, header and data.
  public static final int LINUX_BYTES = 65536;

  /// The threshold that Linux uses.
  public static final int LINUX_THRESHOLD = 256;

  /// `VBVA_MAX_RECORD_SIZE`.
  public static final int LONGEST_RECORD = 128 << 20;

  static final int HOST_EVENTS = 0;
  static final int SUPPORTED_ORDERS = 4;
  static final int DATA_OFFSET = 8;
  static final int FREE_OFFSET = 12;
  static final int RECORD_WORDS = 16;
  static final int FIRST_RECORD = 272;

  /// Where the guest says how far it has got: the one word that a host looks at until it stands
  /// still.
  public static final int FREE_RECORD = 276;

  static final int THRESHOLD = 280;
  static final int DATA_SIZE = 284;

  /// The length in a record word.
  public static int length(int word) {
    return word & ~PARTIAL;
  }

  /// Whether a record word belongs to a record that is still being written.
  public static boolean isPartial(int word) {
    return (word & PARTIAL) != 0;
  }

  /// The record behind one.
  public static int next(int record) {
    return record + 1 & RECORDS - 1;
  }

  /// Guest: prepares an empty ring, before the host is told of it.
  public void initialize(int dataSize, int threshold) {
    memory.clear(at, HEADER_SIZE);
    memory.u32(at + THRESHOLD, threshold);
    memory.u32(at + DATA_SIZE, dataSize);
  }

  /// What the host wants of the guest; [#MODE_ENABLED] among it.
  public int hostEvents() {
    return memory.u32Acquire(at + HOST_EVENTS);
  }

  /// Host: says what it wants.
  public void hostEvents(int events) {
    memory.u32Release(at + HOST_EVENTS, events);
  }

  /// Host: says which drawing orders it understands.
  public void supportedOrders(int orders) {
    memory.u32(at + SUPPORTED_ORDERS, orders);
  }

  /// Where unread data begins.
  public int dataOffset() {
    return memory.u32Acquire(at + DATA_OFFSET);
  }

  /// Host: is done with the data before.
  public void dataOffset(int offset) {
    memory.u32Release(at + DATA_OFFSET, offset);
  }

  /// Where the next byte goes.
  public int freeOffset() {
    return memory.u32Acquire(at + FREE_OFFSET);
  }

  /// Guest: has written the data before.
  public void freeOffset(int offset) {
    memory.u32Release(at + FREE_OFFSET, offset);
  }

  /// A record word.
  public int record(int index) {
    return memory.u32Acquire(at + RECORD_WORDS + 4L * index);
  }

  /// Guest: says how long a record is so far, and whether it is complete.
  public void record(int index, int word) {
    memory.u32Release(at + RECORD_WORDS + 4L * index, word);
  }

  /// The oldest record that the host has not taken.
  public int firstRecord() {
    return memory.u32Acquire(at + FIRST_RECORD);
  }

  /// Host: has taken the records before.
  public void firstRecord(int index) {
    memory.u32Release(at + FIRST_RECORD, index);
  }

  /// Behind the newest record.
  public int freeRecord() {
    return memory.u32Acquire(at + FREE_RECORD);
  }

  /// Guest: has begun the record before.
  public void freeRecord(int index) {
    memory.u32Release(at + FREE_RECORD, index);
  }

  /// From how little room on the guest waits rather than write a part of a record.
  public int threshold() {
    return memory.u32(at + THRESHOLD);
  }

  /// Bytes of data.
  public int dataSize() {
    return memory.u32(at + DATA_SIZE);
  }

  /// Where the data begins in memory.
  public long dataAt() {
    return at + HEADER_SIZE;
  }
}
