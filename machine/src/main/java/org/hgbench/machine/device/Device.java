package org.hgbench.machine.device;

/// A device of the machine: the host's side of a transport.
public interface Device extends AutoCloseable {
  /// What the guest finds on the PCI bus.
  PciIdentity identity();

  /// All devices of the machine are plugged in now. Called once, before the guest runs; whoever
  /// acts on the host's side of other devices finds them here.
  default void plugged(Devices devices) {}

  /// Back to the state after power-on, as on a reset of the machine.
  void reset();

  /// Ends the device's threads and gives back what it holds.
  @Override
  void close();
}
