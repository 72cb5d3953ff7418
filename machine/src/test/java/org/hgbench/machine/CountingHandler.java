package org.hgbench.machine;

import org.hgbench.machine.interrupt.InterruptHandler;
import org.hgbench.machine.port.PortAccess;

/// A guest driver's interrupt handler that acknowledges by reading a port and counts.
final class CountingHandler implements InterruptHandler {
  private final PortAccess acknowledgement;
  private int taken;
  private int lastValue;

  CountingHandler(int port) {
    this.acknowledgement = PortAccess.in(port);
  }

  @Override
  public boolean isPending() {
    return true;
  }

  @Override
  public PortAccess acknowledgement() {
    return acknowledgement;
  }

  @Override
  public void acknowledged(int value) {
    taken++;
    lastValue = value;
  }

  int taken() {
    return taken;
  }

  int lastValue() {
    return lastValue;
  }
}
