package org.hgbench.hgsmi.wire;

import org.hgbench.machine.memory.GuestMemory;

/// The data of [#COMMAND] on [Channel#SETUP]: where the guest wants the [HostFlags].
///
/// | offset | size | field |
/// |---|---|---|
/// | 0 | 4 | location: VRAM offset, unsigned |
/// | 4 | 4 | size |
///
/// Source: VirtualBox 7.0, include/VBox/Graphics/HGSMIChSetup.h, HGSMIBUFFERLOCATION.
///
/// @param location where the flags shall be
/// @param size of the structure, always 16
public record HostFlagsLocation(int location, int size) {
  /// `HGSMI_CC_HOST_FLAGS_LOCATION`, the only command of the channel.
  public static final int COMMAND = 0;

  /// The size of the structure in bytes.
  public static final int SIZE = 8;

  static final int LOCATION = 0;
  static final int STRUCTURE_SIZE = 4;

  /// Copies it out of memory.
  public static HostFlagsLocation read(GuestMemory memory, long at) {
    return new HostFlagsLocation(memory.u32(at + LOCATION), memory.u32(at + STRUCTURE_SIZE));
  }

  /// Writes it to memory.
  public void write(GuestMemory memory, long at) {
    memory.u32(at + LOCATION, location);
    memory.u32(at + STRUCTURE_SIZE, size);
  }
}
