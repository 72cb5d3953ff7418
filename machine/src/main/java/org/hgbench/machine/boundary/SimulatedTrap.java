package org.hgbench.machine.boundary;

import org.hgbench.machine.port.PortBus;

/// A modelled trap: a call that the compiler may not inline (see the JVM flags in the build), half
/// of the cost before the handler and half after, as leaving and entering the guest would take.
///
/// One vCPU owns it.
final class SimulatedTrap {
  private final PortBus ports;
  private final BusyWait half;
  private final BusyWait halfInKernel;
  private long chain = 1;

  SimulatedTrap(PortBus ports, TrapCost cost) {
    this.ports = ports;
    this.half = new BusyWait(cost.trapNanos() / 2.0);
    this.halfInKernel = new BusyWait(cost.trapR0Nanos() / 2.0);
  }

  void out(int port, int width, int value) {
    BusyWait wait = ports.answeredInKernel(port, true) ? halfInKernel : half;
    chain = wait.spend(chain);
    ports.out(port, width, value);
    chain = wait.spend(chain);
  }

  int in(int port, int width) {
    BusyWait wait = ports.answeredInKernel(port, false) ? halfInKernel : half;
    chain = wait.spend(chain);
    int value = ports.in(port, width);
    chain = wait.spend(chain);
    return value;
  }
}
