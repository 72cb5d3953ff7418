package org.hgbench.machine.memory;

import java.lang.foreign.Arena;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hgbench.machine.os.MemoryFile;

/// All memory of one machine: its regions in one shared file, each mapped between guard pages.
///
/// On Linux the file is a memfd, so that another process or the kernel's virtual machine can map
/// the very same pages. Elsewhere it is direct memory of this process.
public final class MachineMemory implements AutoCloseable {
  private final Map<String, GuestMemory> windows = new LinkedHashMap<>();
  private final List<MemoryRegion> regions;
  private final MemoryFile file;
  private final Arena arena;

  private MachineMemory(List<MemoryRegion> regions, MemoryFile file, Arena arena) {
    this.regions = List.copyOf(regions);
    this.file = file;
    this.arena = arena;
  }

  /// Creates zeroed memory for the regions.
  ///
  /// @throws IllegalArgumentException if two regions overlap or share a name
  public static MachineMemory create(List<MemoryRegion> regions) {
    rejectCollisions(regions);
    if (!MemoryFile.isSupported()) {
      return allocate(regions);
    }
    MemoryFile file = MemoryFile.create(total(regions));
    try {
      return map(regions, file);
    } catch (RuntimeException | Error e) {
      file.close();
      throw e;
    }
  }

  /// Maps regions that another process created, from the file it handed over. Owns the file, unless
  /// it throws.
  ///
  /// @throws IllegalArgumentException if two regions overlap or share a name, or the file is
  ///   smaller
  public static MachineMemory map(List<MemoryRegion> regions, MemoryFile file) {
    rejectCollisions(regions);
    if (file.bytes() < total(regions)) {
      throw new IllegalArgumentException(
          "memory file: bytes=%d, regions need %d".formatted(file.bytes(), total(regions)));
    }
    Arena arena = Arena.ofShared();
    MachineMemory memory = new MachineMemory(regions, file, arena);
    long offset = 0;
    try {
      for (MemoryRegion region : regions) {
        long address = file.mapGuarded(arena, offset, region.bytes());
        memory.windows.put(region.name(), new GuestMemory(address, region.bytes(), memory));
        offset += region.bytes();
      }
    } catch (RuntimeException | Error e) {
      arena.close();
      throw e;
    }
    return memory;
  }

  /// Direct memory of this process alone, for operating systems without memory files.
  static MachineMemory allocate(List<MemoryRegion> regions) {
    Arena arena = Arena.ofShared();
    MachineMemory memory = new MachineMemory(regions, null, arena);
    try {
      for (MemoryRegion region : regions) {
        long address = arena.allocate(region.bytes(), MemoryRegion.PAGE).address();
        memory.windows.put(region.name(), new GuestMemory(address, region.bytes(), memory));
      }
    } catch (RuntimeException | Error e) {
      arena.close();
      throw e;
    }
    return memory;
  }

  /// The regions, in the order of the file.
  public List<MemoryRegion> regions() {
    return regions;
  }

  /// The window of a region.
  ///
  /// @throws IllegalArgumentException if there is no such region
  public GuestMemory window(String region) {
    GuestMemory window = windows.get(region);
    if (window == null) {
      throw new IllegalArgumentException(
          "no memory region '%s'; there are %s".formatted(region, windows.keySet()));
    }
    return window;
  }

  /// The region that holds `bytes` bytes from a guest-physical address on.
  ///
  /// @throws IndexOutOfBoundsException if none holds them all
  public MemoryRegion holding(long address, long bytes) {
    for (int i = 0; i < regions.size(); i++) {
      MemoryRegion region = regions.get(i);
      if (region.contains(address, bytes)) {
        return region;
      }
    }
    throw new IndexOutOfBoundsException(
        "no memory region holds address=0x%x bytes=%d".formatted(address, bytes));
  }

  /// The window of guest RAM.
  public GuestMemory ram() {
    return window(MemoryRegion.RAM);
  }

  /// The file behind the memory.
  ///
  /// @throws IllegalStateException on an operating system without memory files
  public MemoryFile file() {
    if (file == null) {
      throw new IllegalStateException("memory is not in a file on this operating system");
    }
    return file;
  }

  /// Unmaps everything. No window may be used afterwards: access would end the process.
  @Override
  public void close() {
    arena.close();
    if (file != null) {
      file.close();
    }
  }

  private static long total(List<MemoryRegion> regions) {
    return regions.stream().mapToLong(MemoryRegion::bytes).sum();
  }

  private static void rejectCollisions(List<MemoryRegion> regions) {
    for (int i = 0; i < regions.size(); i++) {
      for (int j = 0; j < i; j++) {
        MemoryRegion a = regions.get(j);
        MemoryRegion b = regions.get(i);
        if (a.overlaps(b) || a.name().equals(b.name())) {
          throw new IllegalArgumentException("regions collide: " + a + " and " + b);
        }
      }
    }
  }
}
