package org.hgbench.hgsmi.host;

import org.hgbench.hgsmi.wire.InfoCaps;
import org.hgbench.hgsmi.wire.VboxStatus;
import org.hgbench.machine.memory.GuestMemory;

/// What the guest said it can do. Written inside the VGA critical section, read by any thread.
final class GuestCapabilities {
  private final DisplayDriver display;
  private volatile int caps;

  GuestCapabilities(DisplayDriver display) {
    this.display = display;
  }

  int info(GuestMemory memory, long at) {
    int said = InfoCaps.read(memory, at).caps();
    set(said);
    new InfoCaps(VboxStatus.SUCCESS, said).write(memory, at);
    return VboxStatus.SUCCESS;
  }

  void clear() {
    set(0);
  }

  /// Whether the guest has all of the capabilities of `mask`.
  boolean have(int mask) {
    return (caps & mask) == mask;
  }

  private void set(int caps) {
    this.caps = caps;
    display.guestCapabilities(caps);
  }
}
