package org.hgbench.harness.targets;

import org.hgbench.hgsmi.guest.RingWriter;
import org.hgbench.hgsmi.host.RefreshThread;

/// Records through the VBVA ring in Linux's geometry, which a thread of the host drains all the
/// time: no trap.
final class VbvaRefresh implements Contender {
  private final VbvaMachine machine = new VbvaMachine(RingWriter.WhenFull.WAIT);
  private RefreshThread thread;

  @Override
  public String name() {
    return "VBVA ring, refresh thread";
  }

  /// The first record shows that the thread runs.
  @Override
  public void begin() {
    thread = new RefreshThread(machine.device(), 0);
    run(1);
  }

  @Override
  public void run(int operations) {
    machine.write(operations);
    while (!machine.ring().isDrained()) {
      Thread.onSpinWait();
    }
  }

  @Override
  public long end() {
    thread.close();
    return machine.received();
  }

  @Override
  public void close() {
    machine.close();
  }
}
