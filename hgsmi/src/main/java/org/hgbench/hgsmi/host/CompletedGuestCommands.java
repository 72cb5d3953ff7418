package org.hgbench.hgsmi.host;

import org.hgbench.hgsmi.heap.OffsetQueue;
import org.hgbench.hgsmi.wire.HgsmiPorts;
import org.hgbench.hgsmi.wire.HostFlags;

/// Guest commands that the host has completed asynchronously, until the guest reads them at port
/// 0x3d0.
///
/// Any thread may use it; its lock stands for the FIFO critical section.
///
/// Source: VirtualBox 7.0, src/VBox/Devices/Graphics/HGSMI/HGSMIHost.cpp, HGSMIGUESTCOMPLENTRY.
final class CompletedGuestCommands {
  private static final int MOST = 65536;

  private final GuestFlags flags;
  private final OffsetQueue completed = new OffsetQueue();

  CompletedGuestCommands(GuestFlags flags) {
    this.flags = flags;
  }

  /// Adds one, unless the guest has not yet said where the flags are, or has let so many pile up
  /// that it cannot mean to read them.
  ///
  /// Differs: VirtualBox lets them pile up without end.
  ///
  /// @return whether it was added
  synchronized boolean add(int buffer) {
    if (!flags.areLocated() || completed.size() == MOST) {
      return false;
    }
    completed.add(buffer);
    flags.set(HostFlags.GUEST_COMMAND_COMPLETED);
    return true;
  }

  /// The next one, or [HgsmiPorts#VOID].
  synchronized int read() {
    int buffer = completed.isEmpty() ? HgsmiPorts.VOID : completed.poll();
    if (completed.isEmpty()) {
      flags.clear(HostFlags.GUEST_COMMAND_COMPLETED);
    }
    return buffer;
  }

  synchronized void reset() {
    completed.clear();
  }
}
