package org.hgbench.hgcm.wire;

import org.hgbench.machine.memory.GuestMemory;

/// The pages of a buffer, somewhere in the request behind the parameters.
///
/// | offset | size | field | who writes it |
/// |---|---|---|---|
/// | 0 | 4 | direction flags | guest |
/// | 4 | 2 | offset of the first byte in the first page | guest |
/// | 6 | 2 | number of pages | guest |
/// | 8 | 8 each | guest-physical addresses | guest |
///
/// Source: VirtualBox 7.0, include/VBox/VMMDevCoreTypes.h, HGCMPageListInfo.
///
/// @param memory guest RAM, or a private copy
/// @param at where the list begins
public record PageList(GuestMemory memory, long at) {
  /// A page address that the host skips.
  public static final long NO_PAGE = -1;

  /// The size of a page.
  public static final int PAGE = 4096;

  /// The size with one page, the least that must lie in the request.
  public static final int SIZE_OF_ONE = 16;

  static final int FLAGS = 0;
  static final int FIRST_OFFSET = 4;
  static final int PAGE_COUNT = 6;
  static final int PAGES = 8;

  /// The size of a list of so many pages.
  public static int size(int pages) {
    return PAGES + Long.BYTES * pages;
  }

  /// How many pages a buffer touches.
  public static int pageCount(int firstOffset, int bytes) {
    return (firstOffset + bytes + PAGE - 1) / PAGE;
  }

  /// Guest: writes all but the pages.
  public void write(int direction, int firstOffset, int pageCount) {
    memory.u32(at + FLAGS, direction);
    memory.u16(at + FIRST_OFFSET, firstOffset);
    memory.u16(at + PAGE_COUNT, pageCount);
  }

  /// Guest: names a page.
  public void page(int index, long address) {
    memory.u64(at + PAGES + (long) index * Long.BYTES, address);
  }

  /// The direction of a list at a place; see [Direction]. This and what follows is for readers: a
  /// host reads many lists in turn and needs no object for that.
  public static int direction(GuestMemory memory, long at) {
    return memory.u32(at + FLAGS);
  }

  /// Where the first page's share of the buffer begins in it.
  public static int firstOffset(GuestMemory memory, long at) {
    return memory.u16(at + FIRST_OFFSET);
  }

  /// The number of pages.
  public static int pageCount(GuestMemory memory, long at) {
    return memory.u16(at + PAGE_COUNT);
  }

  /// The guest-physical address of a page.
  public static long page(GuestMemory memory, long at, int index) {
    return memory.u64(at + PAGES + (long) index * Long.BYTES);
  }
}
