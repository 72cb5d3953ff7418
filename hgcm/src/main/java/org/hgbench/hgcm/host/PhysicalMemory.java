package org.hgbench.hgcm.host;

import java.util.List;
import org.hgbench.machine.memory.GuestMemory;
import org.hgbench.machine.memory.MachineMemory;
import org.hgbench.machine.memory.MemoryRegion;

/// The guest-physical address space as a device reaches it: whatever address a guest names, reading
/// and writing it harms nobody. Where there is no memory, reads give ones and writes are lost.
final class PhysicalMemory {
  private static final byte ONES = (byte) 0xFF;

  private final GuestMemory ram;
  private final List<Mapped> regions;

  private record Mapped(MemoryRegion region, GuestMemory window) {}

  PhysicalMemory(MachineMemory memory) {
    this.ram = memory.ram();
    this.regions =
        memory.regions().stream()
            .map(region -> new Mapped(region, memory.window(region.name())))
            .toList();
  }

  /// Guest RAM, which begins at address 0.
  GuestMemory ram() {
    return ram;
  }

  /// Whether a range is RAM from end to end.
  boolean isRam(long address, long length) {
    return ram.contains(address, length);
  }

  /// Whether there is memory of whatever kind at an address.
  boolean isBacked(long address) {
    return find(address) != null;
  }

  /// Whether there is memory of whatever kind from end to end.
  boolean isBacked(long address, long length) {
    Mapped mapped = find(address);
    return mapped != null && address + length <= mapped.region.end();
  }

  void read(long address, GuestMemory target, long at, long length) {
    if (ram.contains(address, length)) {
      ram.copyTo(address, target, at, length);
      return;
    }
    for (long done = 0; done < length; ) {
      long share = shareOfPage(address + done, length - done);
      Mapped mapped = find(address + done);
      if (mapped == null) {
        target.fill(at + done, share, ONES);
      } else {
        mapped.window.copyTo(address + done - mapped.region.address(), target, at + done, share);
      }
      done += share;
    }
  }

  void write(long address, GuestMemory source, long at, long length) {
    if (ram.contains(address, length)) {
      source.copyTo(at, ram, address, length);
      return;
    }
    for (long done = 0; done < length; ) {
      long share = shareOfPage(address + done, length - done);
      Mapped mapped = find(address + done);
      if (mapped != null) {
        source.copyTo(at + done, mapped.window, address + done - mapped.region.address(), share);
      }
      done += share;
    }
  }

  /// Writes four bytes; lost if they are not all in RAM.
  void writeU32(long address, int value) {
    if (ram.contains(address, Integer.BYTES)) {
      ram.u32(address, value);
    }
  }

  /// Writes four bytes after everything that came before; lost if they are not all in RAM.
  void releaseU32(long address, int value) {
    if (ram.contains(address, Integer.BYTES)) {
      ram.u32Release(address, value);
    }
  }

  private static long shareOfPage(long address, long length) {
    return Math.min(length, MemoryRegion.PAGE - (address & MemoryRegion.PAGE - 1));
  }

  private Mapped find(long address) {
    for (int i = 0; i < regions.size(); i++) {
      MemoryRegion region = regions.get(i).region;
      if (address >= region.address() && address < region.end()) {
        return regions.get(i);
      }
    }
    return null;
  }
}
