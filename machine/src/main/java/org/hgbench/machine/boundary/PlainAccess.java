package org.hgbench.machine.boundary;

import org.hgbench.machine.memory.GuestMemory;
import org.hgbench.machine.memory.MachineMemory;
import org.hgbench.machine.memory.MemoryRegion;

/// How a guest touches memory by guest-physical address where no vCPU of the kernel's does it: the
/// guest thread itself, in plain Java.
///
/// @param memory of the machine
public record PlainAccess(MachineMemory memory) {
  /// Writes words of 8 bytes, each with `value` in its low half.
  ///
  /// @throws IndexOutOfBoundsException if no region holds them all
  public void fill(long address, long words, int value) {
    MemoryRegion region = memory.holding(address, words * Long.BYTES);
    memory
        .window(region.name())
        .fillWords(address - region.address(), words * Long.BYTES, Integer.toUnsignedLong(value));
  }

  /// Copies words of 8 bytes.
  ///
  /// @throws IndexOutOfBoundsException if no region holds all of either range
  public void copy(long from, long to, long words) {
    long bytes = words * Long.BYTES;
    MemoryRegion source = memory.holding(from, bytes);
    MemoryRegion target = memory.holding(to, bytes);
    GuestMemory targetWindow = memory.window(target.name());
    memory
        .window(source.name())
        .copyTo(from - source.address(), targetWindow, to - target.address(), bytes);
  }
}
