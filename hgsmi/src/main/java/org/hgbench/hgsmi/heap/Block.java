package org.hgbench.hgsmi.heap;

/// A block of [BlockHeap], described by one word.
///
/// | bits | field |
/// |---|---|
/// | 0 to 3 | order: the size is 32 bytes shifted by it |
/// | 4 | free |
/// | 5 to 31 | offset in the heap, a multiple of 32 |
///
/// Source: VirtualBox 7.0, include/VBox/Graphics/HGSMIMemAlloc.h, HGSMI_MA_DESC_*.
final class Block {
  static final int SMALLEST = 32;
  static final int ORDERS = 16;
  static final int LARGEST = SMALLEST << ORDERS - 1;

  private static final int ORDER_MASK = 0xF;
  private static final int FREE = 0x10;

  private Block() {}

  static int free(int at, int order) {
    return at | FREE | order;
  }

  static int toFree(int descriptor) {
    return descriptor | FREE;
  }

  static int toTaken(int descriptor) {
    return descriptor & ~FREE;
  }

  static boolean isFree(int descriptor) {
    return (descriptor & FREE) != 0;
  }

  static int at(int descriptor) {
    return descriptor & -SMALLEST;
  }

  static int order(int descriptor) {
    return descriptor & ORDER_MASK;
  }

  static int size(int descriptor) {
    return SMALLEST << order(descriptor);
  }

  /// The order of the smallest block that holds `bytes`, at most [#LARGEST].
  static int orderFor(int bytes) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(bytes, SMALLEST) - 1) - 5;
  }

  /// The order of the largest block that fits into `bytes`, at least [#SMALLEST].
  static int orderWithin(int bytes) {
    int fitting = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(bytes) - 5;
    return Math.min(fitting, ORDERS - 1);
  }
}
