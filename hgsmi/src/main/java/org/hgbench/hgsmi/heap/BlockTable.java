package org.hgbench.hgsmi.heap;

import java.util.Arrays;

/// The descriptors of all blocks of a heap, in address order.
final class BlockTable {
  private static final int FIRST_CAPACITY = 64;

  private int[] descriptors = new int[FIRST_CAPACITY];
  private int count;

  int count() {
    return count;
  }

  int at(int index) {
    return descriptors[index];
  }

  void set(int index, int descriptor) {
    descriptors[index] = descriptor;
  }

  /// The block that begins at an offset, or -1. Offsets fill the upper bits, so descriptors of
  /// blocks in address order are in numeric order, too.
  int indexOf(int at) {
    int low = 0;
    int high = count - 1;
    while (low <= high) {
      int middle = low + high >>> 1;
      int found = Block.at(descriptors[middle]);
      if (found == at) {
        return middle;
      }
      if (found < at) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  void append(int descriptor) {
    insert(count, descriptor);
  }

  void insert(int index, int descriptor) {
    if (count == descriptors.length) {
      descriptors = Arrays.copyOf(descriptors, 2 * count);
    }
    System.arraycopy(descriptors, index, descriptors, index + 1, count - index);
    descriptors[index] = descriptor;
    count++;
  }

  void remove(int from, int to) {
    System.arraycopy(descriptors, to, descriptors, from, count - to);
    count -= to - from;
  }

  void clear() {
    count = 0;
  }

  int[] toArray() {
    return Arrays.copyOf(descriptors, count);
  }
}
