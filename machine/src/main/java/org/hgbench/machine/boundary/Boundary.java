package org.hgbench.machine.boundary;

import org.hgbench.machine.interrupt.InterruptController;
import org.hgbench.machine.port.PortBus;

/// The thing that makes a trap and an interrupt cost what they cost. The same guest drivers and
/// host devices run over each.
public interface Boundary extends AutoCloseable {
  /// Its name on the command line and in results: `simulated`, `process`, `kvm`.
  String name();

  /// Where the devices' interrupt lines end.
  InterruptController interrupts();

  /// Connects the vCPUs to the ports that the devices have claimed.
  void connect(PortBus ports);

  /// A virtual CPU.
  ///
  /// @throws IndexOutOfBoundsException if the machine has fewer
  Vcpu vcpu(int index);

  /// Ends it. No guest thread may be inside.
  @Override
  void close();
}
