package org.hgbench.machine.interrupt;

import org.hgbench.machine.port.PortAccess;

/// A guest driver's interrupt service routine, cut where the processor may do a part of it.
///
/// A boundary that takes an interrupt asks [#isPending], does [#acknowledgement] (one trap) if so,
/// and then calls [#acknowledged] on the thread of the vCPU. A boundary whose interrupt stub is
/// itself the acknowledging access asks [#isPending] when the stub has left the guest and before
/// the host has seen the access, and goes on whatever the answer: the drivers here own their lines.
/// So on every boundary a driver that notes in [#isPending] why it was interrupted notes what the
/// acknowledgement is about to clear.
public interface InterruptHandler {
  /// Whether the device asks for service: a look at shared memory, no trap. Called once for each
  /// interrupt, before the host handles the acknowledgement.
  boolean isPending();

  /// The one port access that acknowledges the interrupt. The same object every time.
  PortAccess acknowledgement();

  /// The interrupt has been acknowledged.
  ///
  /// @param value what the access returned if it was a read, else 0
  void acknowledged(int value);
}
