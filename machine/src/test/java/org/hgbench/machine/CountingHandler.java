package org.hgbench.machine;

import org.hgbench.machine.interrupt.InterruptHandler;
import org.hgbench.machine.memory.GuestMemory;
import org.hgbench.machine.port.PortAccess;

/// A guest driver's interrupt handler that looks at the reason, acknowledges by reading a port, and
/// counts.
final class CountingHandler implements InterruptHandler {
  private final PortAccess acknowledgement;
  private final GuestMemory memory;
  private final long reasonAt;
  private int reason;
  private int taken;
  private int lastValue;
  private int lastReason;

  CountingHandler(int port, GuestMemory memory, long reasonAt) {
    this.acknowledgement = PortAccess.in(port);
    this.memory = memory;
    this.reasonAt = reasonAt;
  }

  @Override
  public boolean isPending() {
    reason = memory.u32Acquire(reasonAt);
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
    lastReason = reason;
    reason = 0;
  }

  int taken() {
    return taken;
  }

  /// What the last interrupt was for.
  int lastReason() {
    return lastReason;
  }

  int lastValue() {
    return lastValue;
  }
}
