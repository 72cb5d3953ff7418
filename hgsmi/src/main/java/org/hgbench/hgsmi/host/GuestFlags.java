package org.hgbench.hgsmi.host;

import org.hgbench.hgsmi.wire.HostFlags;
import org.hgbench.machine.memory.GuestMemory;

/// The host flags as the host sees them: not there until the guest has said where.
///
/// Any thread may use it. The guest can write to the word, too, so nothing that the host's safety
/// depends on is read from it.
final class GuestFlags {
  private final GuestMemory vram;
  private final HostFlags flags;
  private volatile boolean located;

  GuestFlags(GuestMemory vram) {
    this.vram = vram;
    this.flags = HostFlags.atEndOf(vram);
  }

  /// The guest says where the flags are: `HGSMI_CC_HOST_FLAGS_LOCATION`. Only one place is
  /// accepted.
  ///
  /// @return whether that is it
  boolean locate(long location, int size) {
    if (size != HostFlags.SIZE || location + HostFlags.SIZE != vram.bytes()) {
      return false;
    }
    located = true;
    return true;
  }

  boolean areLocated() {
    return located;
  }

  boolean isSet(int mask) {
    return located && flags.isSet(mask);
  }

  void set(int mask) {
    if (located) {
      flags.set(mask);
    }
  }

  void clear(int mask) {
    if (located) {
      flags.clear(mask);
    }
  }

  /// Clears all flags and forgets where they are.
  void reset() {
    clear(-1);
    located = false;
  }
}
