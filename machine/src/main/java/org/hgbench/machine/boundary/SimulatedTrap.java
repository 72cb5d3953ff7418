package org.hgbench.machine.boundary;

import org.hgbench.machine.port.PortBus;

/// A modelled trap: a call that the compiler may not inline (see the JVM flags in the build), half
/// of the cost before the handler and half after, as leaving and entering the guest would take.
///
/// One vCPU owns it.
final class SimulatedTrap {
  private final PortBus ports;
  private final TrapCost cost;
  private final BusyWait wait = new BusyWait();

  SimulatedTrap(PortBus ports, TrapCost cost) {
    this.ports = ports;
    this.cost = cost;
  }

  void out(int port, int width, int value) {
    long nanos = nanos(port, true);
    wait.spend(nanos / 2);
    ports.out(port, width, value);
    wait.spend(nanos - nanos / 2);
  }

  int in(int port, int width) {
    long nanos = nanos(port, false);
    wait.spend(nanos / 2);
    int value = ports.in(port, width);
    wait.spend(nanos - nanos / 2);
    return value;
  }

  private long nanos(int port, boolean write) {
    return ports.answeredInKernel(port, write) ? cost.trapR0Nanos() : cost.trapNanos();
  }
}
