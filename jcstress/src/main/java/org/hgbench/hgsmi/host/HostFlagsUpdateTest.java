package org.hgbench.hgsmi.host;

import org.hgbench.hgsmi.wire.HostFlags;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/// Both sides change the host flags at once, and no change is lost.
@JCStressTest
@Outcome(id = "32", expect = Expect.ACCEPTABLE, desc = "both changes are there")
@Outcome(id = "2", expect = Expect.FORBIDDEN, desc = "both changes were lost")
@Outcome(id = "34", expect = Expect.FORBIDDEN, desc = "the bit that was cleared came back")
@Outcome(id = "0", expect = Expect.FORBIDDEN, desc = "the bit that was set is gone")
@State
public class HostFlagsUpdateTest {
  private final HostFlags flags = HostFlags.atEndOf(Slots.take());

  /// For jcstress.
  public HostFlagsUpdateTest() {
    flags.set(HostFlags.IRQ);
  }

  /// Sets a bit.
  @Actor
  public void setter() {
    flags.set(HostFlags.HOTPLUG);
  }

  /// Clears another one.
  @Actor
  public void clearer() {
    flags.clear(HostFlags.IRQ);
  }

  /// What is left.
  @Arbiter
  public void left(I_Result r) {
    r.r1 = flags.read();
  }
}
