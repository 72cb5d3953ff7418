package org.hgbench.hgsmi.heap;

/// A growing first-in-first-out queue of offsets that allocates nothing while its size is steady.
///
/// One thread at a time may use it.
public final class OffsetQueue {
  private static final int FIRST_CAPACITY = 16;

  private int[] ring = new int[FIRST_CAPACITY];
  private int head;
  private int size;

  /// Creates an empty queue.
  public OffsetQueue() {}

  /// How many offsets are in it.
  public int size() {
    return size;
  }

  /// Whether there are none.
  public boolean isEmpty() {
    return size == 0;
  }

  /// The offset at a position, 0 being the oldest.
  public int at(int index) {
    return ring[head + index & ring.length - 1];
  }

  /// Appends an offset.
  public void add(int offset) {
    if (size == ring.length) {
      grow();
    }
    ring[head + size & ring.length - 1] = offset;
    size++;
  }

  /// Takes the oldest offset out; there must be one.
  public int poll() {
    int offset = at(0);
    head = head + 1 & ring.length - 1;
    size--;
    return offset;
  }

  /// Takes an offset out of wherever it stands; the others keep their order.
  ///
  /// @return whether it was there
  public boolean remove(int offset) {
    for (int i = 0; i < size; i++) {
      if (at(i) == offset) {
        closeGap(i);
        return true;
      }
    }
    return false;
  }

  /// Takes everything out.
  public void clear() {
    head = 0;
    size = 0;
  }

  private void closeGap(int index) {
    for (int i = index; i > 0; i--) {
      ring[head + i & ring.length - 1] = at(i - 1);
    }
    head = head + 1 & ring.length - 1;
    size--;
  }

  private void grow() {
    int[] larger = new int[2 * ring.length];
    for (int i = 0; i < size; i++) {
      larger[i] = at(i);
    }
    ring = larger;
    head = 0;
  }
}
