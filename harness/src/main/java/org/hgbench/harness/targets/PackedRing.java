package org.hgbench.harness.targets;

import org.hgbench.machine.memory.GuestMemory;

/// The control of the refresh-thread target: a plain one-to-one ring with the memory layout of
/// VBVA's, 64 record words and both sides' indices on one cache line, and nothing else of the
/// protocol. Both sides remember the other's index and look again only when they have to.
final class PackedRing implements Contender {
  private static final int RECORDS = 64;
  private static final int SIZE = 64 << 10;
  private static final int READ_INDEX = 0;
  private static final int WRITE_INDEX = 4;
  private static final int LENGTHS = 64;
  private static final int DATA = LENGTHS + RECORDS * Integer.BYTES;

  private final GuestMemory memory = GuestMemory.allocate(SIZE);
  private final Writer writer = new Writer();
  private final Reader reader = new Reader();
  private Drainer thread;

  @Override
  public String name() {
    return "control ring, same packed header";
  }

  /// The first record shows that the thread runs.
  @Override
  public void begin() {
    thread = new Drainer(reader::drain);
    run(1);
  }

  @Override
  public void run(int operations) {
    writer.write(operations);
    while (memory.u32Acquire(READ_INDEX) != writer.index) {
      Thread.onSpinWait();
    }
  }

  @Override
  public long end() {
    thread.close();
    return reader.sum;
  }

  @Override
  public void close() {
    // Its memory goes with it.
  }

  private static int next(int index) {
    return index + 1 & RECORDS - 1;
  }

  private static int advanced(int at) {
    return at + 2 * Record64.BYTES <= SIZE ? at + Record64.BYTES : DATA;
  }

  private final class Writer {
    private long sequence;
    private int index;
    private int seenRead;
    private int at = DATA;

    private void write(int records) {
      for (int i = 0; i < records; i++) {
        int next = next(index);
        while (next == seenRead) {
          Thread.onSpinWait();
          seenRead = memory.u32Acquire(READ_INDEX);
        }
        memory.fillWords(at, Record64.BYTES, Record64.word(sequence++));
        at = advanced(at);
        memory.u32(LENGTHS + 4L * index, Record64.BYTES);
        index = next;
        memory.u32Release(WRITE_INDEX, next);
      }
    }
  }

  private final class Reader {
    private long sum;
    private int index;
    private int at = DATA;

    private int drain() {
      int end = memory.u32Acquire(WRITE_INDEX);
      int records = 0;
      while (index != end) {
        sum += memory.sum(at, memory.u32(LENGTHS + 4L * index));
        at = advanced(at);
        index = next(index);
        memory.u32Release(READ_INDEX, index);
        records++;
      }
      return records;
    }
  }
}
