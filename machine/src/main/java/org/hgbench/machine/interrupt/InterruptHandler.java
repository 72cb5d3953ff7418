package org.hgbench.machine.interrupt;

import org.hgbench.machine.port.PortAccess;

/// A guest driver's interrupt service routine, cut where the processor may do a part of it.
///
/// A boundary that takes an interrupt asks [#isPending], does [#acknowledgement] (one trap) if so,
/// and then calls [#acknowledged] on the thread of the vCPU. A boundary with a real interrupt stub
/// does the acknowledgement inside the stub, before anything else; the drivers here own their
/// lines, so nothing is acknowledged that was not theirs.
public interface InterruptHandler {
  /// Whether the device asks for service: a look at shared memory, no trap.
  boolean isPending();

  /// The one port access that acknowledges the interrupt. The same object every time.
  PortAccess acknowledgement();

  /// The interrupt has been acknowledged.
  ///
  /// @param value what the access returned if it was a read, else 0
  void acknowledged(int value);
}
