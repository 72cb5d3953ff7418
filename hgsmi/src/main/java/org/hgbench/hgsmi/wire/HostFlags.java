package org.hgbench.hgsmi.wire;

import org.hgbench.machine.memory.GuestMemory;

/// The word in which the host tells the guest what it wants, in the last 16 bytes of VRAM.
///
/// | offset | size | field | who writes it |
/// |---|---|---|---|
/// | 0 | 4 | flags | both, with atomic or and and |
/// | 4 | 12 | reserved | nobody |
///
/// Every change is a full fence, so whoever sees a bit sees what was written before it was set.
///
/// Source: VirtualBox 7.0, include/VBox/Graphics/HGSMI.h, HGSMIHOSTFLAGS.
///
/// @param memory VRAM
/// @param at where the structure begins
public record HostFlags(GuestMemory memory, long at) {
  /// The size of the structure in bytes.
  public static final int SIZE = 16;

  /// `HGSMIHOSTFLAGS_COMMANDS_PENDING`: a host command is queued.
  public static final int COMMANDS_PENDING = 0x01;

  /// `HGSMIHOSTFLAGS_IRQ`: an interrupt is raised and not yet acknowledged.
  public static final int IRQ = 0x02;

  /// `HGSMIHOSTFLAGS_GCOMMAND_COMPLETED`: a guest command was completed asynchronously.
  public static final int GUEST_COMMAND_COMPLETED = 0x04;

  /// `HGSMIHOSTFLAGS_VSYNC`: the interrupt is a vertical sync.
  public static final int VSYNC = 0x10;

  /// `HGSMIHOSTFLAGS_HOTPLUG`: a mode hint has changed.
  public static final int HOTPLUG = 0x20;

  /// `HGSMIHOSTFLAGS_CURSOR_CAPABILITIES`: what the host can do with a cursor has changed.
  public static final int CURSOR_CAPABILITIES = 0x40;

  static final int FLAGS = 0;

  /// The flags where every guest driver puts them: at the end of VRAM.
  public static HostFlags atEndOf(GuestMemory vram) {
    return new HostFlags(vram, vram.bytes() - SIZE);
  }

  /// All bits as they are now.
  public int read() {
    return memory.u32Acquire(at + FLAGS);
  }

  /// Whether one of the bits of `mask` is set.
  public boolean isSet(int mask) {
    return (read() & mask) != 0;
  }

  /// Sets the bits of `mask`.
  public void set(int mask) {
    memory.u32Or(at + FLAGS, mask);
  }

  /// Clears the bits of `mask`.
  public void clear(int mask) {
    memory.u32And(at + FLAGS, ~mask);
  }
}
