package org.hgbench.machine.boundary;

import org.hgbench.machine.interrupt.InterruptController;
import org.hgbench.machine.port.PortBus;

/// A boundary whose host lives in the guest's process.
public interface LocalBoundary extends Boundary {
  /// Where the devices' interrupt lines end.
  InterruptController interrupts();

  /// Connects the vCPUs to the ports that the devices have claimed.
  void connect(PortBus ports);
}
