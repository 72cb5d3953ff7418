package org.hgbench.hgsmi.host;

import org.hgbench.hgsmi.wire.HostFlags;
import org.hgbench.machine.interrupt.InterruptLine;
import org.hgbench.machine.trace.Stage;
import org.hgbench.machine.trace.Stamps;

/// The interrupt by which the host gets the guest's attention, and its acknowledgement.
///
/// While one is raised, further reasons are kept in a private word; the acknowledgement hands them
/// over and leaves the line high, so that the guest is interrupted again and misses none.
///
/// Any thread may raise. Its lock is the protocol's IRQ critical section and the innermost one.
///
/// Differs: before the guest has said where the flags are, nothing is raised; VirtualBox would
/// raise a line that the guest has no way to find the reason of.
///
/// Source: VirtualBox 7.0, src/VBox/Devices/Graphics/DevVGA_VBVA.cpp, VBVARaiseIrq, and DevVGA.cpp,
/// vgaR3IOPortHGSMIWrite.
final class GuestInterrupt {
  private static final int ACKNOWLEDGED =
      HostFlags.IRQ | HostFlags.VSYNC | HostFlags.HOTPLUG | HostFlags.CURSOR_CAPABILITIES;

  private final InterruptLine line;
  private final GuestFlags flags;
  private final Object section = new Object();
  private int pending;

  GuestInterrupt(InterruptLine line, GuestFlags flags) {
    this.line = line;
    this.flags = flags;
  }

  /// Interrupts the guest, with the reasons of `newFlags` set beside the interrupt's own bit.
  void raise(int newFlags) {
    synchronized (section) {
      if (!flags.areLocated()) {
        return;
      }
      if (flags.isSet(HostFlags.IRQ)) {
        pending |= HostFlags.IRQ | newFlags;
      } else {
        flags.set(HostFlags.IRQ | newFlags);
        Stamps.stamp(Stage.RAISED);
        line.raise();
      }
    }
  }

  /// The guest acknowledged.
  void acknowledge() {
    Stamps.stamp(Stage.ACKNOWLEDGED);
    synchronized (section) {
      if (pending == 0) {
        line.lower();
        flags.clear(ACKNOWLEDGED);
      } else {
        flags.set(HostFlags.IRQ | pending);
        pending = 0;
      }
    }
  }

  /// Forgets the flags and their place and lowers the line, in one step: an interrupt that some
  /// thread raises meanwhile comes before or finds no flags.
  void reset() {
    synchronized (section) {
      pending = 0;
      flags.reset();
      line.lower();
    }
  }
}
