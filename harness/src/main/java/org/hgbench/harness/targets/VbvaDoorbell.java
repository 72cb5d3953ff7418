package org.hgbench.harness.targets;

import org.hgbench.hgsmi.guest.RingWriter;

/// Records through the VBVA ring in Linux's geometry: the guest rings the doorbell when the ring is
/// full, and the host drains it within the trap, which costs nothing here but its software.
final class VbvaDoorbell implements Contender {
  private final VbvaMachine machine = new VbvaMachine(RingWriter.WhenFull.FLUSH);

  @Override
  public String name() {
    return "VBVA ring, doorbell every 63 records";
  }

  @Override
  public void run(int operations) {
    machine.write(operations);
    machine.ring().flush();
  }

  @Override
  public long end() {
    return machine.received();
  }

  @Override
  public void close() {
    machine.close();
  }
}
