package org.hgbench.hgcm.host;

import org.hgbench.hgcm.wire.MaskChange;
import org.hgbench.hgcm.wire.VmmDevMemory;
import org.hgbench.machine.interrupt.InterruptLine;
import org.hgbench.machine.trace.Stage;
import org.hgbench.machine.trace.Stamps;

/// What the host wants the guest to look at, and the interrupt line that says so.
///
/// Events that arrive while one is unacknowledged add no interrupt of their own. A change of the
/// filter while one is unacknowledged waits for the acknowledgement.
///
/// Every method is called with the device's critical section held.
///
/// Source: VirtualBox 7.0, src/VBox/Devices/VMMDev/VMMDev.cpp, vmmdevNotifyGuestWorker.
final class GuestEvents {
  private final VmmDevMemory shared;
  private final InterruptLine line;
  private int pending;
  private int filter;
  private int nextFilter;
  private int always;

  GuestEvents(VmmDevMemory shared, InterruptLine line) {
    this.shared = shared;
    this.line = line;
  }

  /// Something happened.
  void raise(int events) {
    boolean had = (pending & filter) != 0;
    pending |= events;
    if (!had && (pending & filter) != 0) {
      announce();
    }
  }

  /// The guest has been told: returns what, and lowers the line.
  int acknowledge() {
    Stamps.stamp(Stage.ACKNOWLEDGED);
    filter = nextFilter | always;
    int taken = pending & filter;
    pending &= ~taken;
    shared.haveEvents(false);
    line.lower();
    return taken;
  }

  /// The guest chooses what it wants to be told.
  void changeFilter(MaskChange change) {
    nextFilter = change.applyTo(nextFilter);
    if ((pending & filter) == 0) {
      applyFilter();
    }
  }

  /// From now on the guest is told of these events, whatever it chooses.
  void always(int events) {
    if ((always & events) != events) {
      always |= events;
      boolean had = (pending & filter) != 0;
      filter |= events;
      if (!had && (pending & filter) != 0) {
        announce();
      }
    }
  }

  /// As after power-on.
  void reset() {
    pending = 0;
    filter = 0;
    nextFilter = 0;
    always = 0;
    shared.haveEvents(false);
    line.lower();
  }

  private void applyFilter() {
    filter = nextFilter | always;
    if ((pending & filter) != 0) {
      announce();
    }
  }

  private void announce() {
    shared.haveEvents(true);
    line.raise();
  }
}
