package org.hgbench.hgsmi.wire;

import org.hgbench.machine.memory.GuestMemory;

/// The data of host command [HostCommand#SHGSMI_COMPLETION]: a guest command was completed.
///
/// | offset | size | field |
/// |---|---|---|
/// | 0 | 16 | [HostCommand] |
/// | 16 | 4 | VRAM offset of the completed guest command |
///
/// Differs: VirtualBox defines the number but no structure; this is the layout of its other
/// completion, `VBVAHOSTCMDVHWACMDCOMPLETE`.
public final class ShgsmiCompletion {
  /// The size of the structure in bytes.
  public static final int SIZE = HostCommand.SIZE + 4;

  static final int BUFFER = HostCommand.SIZE;

  private ShgsmiCompletion() {}

  /// Writes it to memory.
  public static void write(GuestMemory memory, long at, int buffer) {
    memory.u32(at + HostCommand.DESTINATION, -1);
    memory.u32(at + HostCommand.OPERATION, 0);
    memory.u64(at + HostCommand.NEXT, 0);
    memory.u32(at + BUFFER, buffer);
  }

  /// Which guest command was completed.
  public static int buffer(GuestMemory memory, long at) {
    return memory.u32(at + BUFFER);
  }
}
