package org.hgbench.machine.memory;

/// A named part of the machine's physical address space, before it is mapped.
///
/// @param name how devices and drivers ask for it, such as `ram` or `vga/0/vram`
/// @param address guest-physical address of its first byte, a multiple of the page size
/// @param bytes its size, a multiple of the page size
public record MemoryRegion(String name, long address, long bytes) {
  /// The page size of the machine.
  public static final int PAGE = 4096;

  /// The region of guest RAM, which starts at address 0.
  public static final String RAM = "ram";

  /// Rejects what cannot be mapped.
  ///
  /// @throws IllegalArgumentException if address or size is not a positive multiple of a page
  public MemoryRegion {
    if (address < 0
        || address % PAGE != 0
        || bytes <= 0
        || bytes % PAGE != 0
        || address > Long.MAX_VALUE - bytes) {
      throw new IllegalArgumentException(
          "region %s: address=0x%x and bytes=%d must be multiples of %d, and bytes above 0"
              .formatted(name, address, bytes, PAGE));
    }
  }

  /// The first address behind the region.
  public long end() {
    return address + bytes;
  }

  /// Whether so many bytes from an address on lie inside.
  public boolean contains(long from, long length) {
    return from >= address && length >= 0 && length <= bytes && from - address <= bytes - length;
  }

  /// Whether both regions claim an address.
  public boolean overlaps(MemoryRegion other) {
    return address < other.end() && other.address < end();
  }
}
