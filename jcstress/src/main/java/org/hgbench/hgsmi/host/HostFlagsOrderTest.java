package org.hgbench.hgsmi.host;

import org.hgbench.hgsmi.wire.HostFlags;
import org.hgbench.machine.memory.GuestMemory;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/// Whoever sees a flag sees what was written to VRAM before it was set.
@JCStressTest
@Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "nothing yet")
@Outcome(id = "0, 7", expect = Expect.ACCEPTABLE, desc = "the bytes are there, the flag is not yet")
@Outcome(id = "1, 7", expect = Expect.ACCEPTABLE, desc = "flag and bytes are there")
@Outcome(id = "1, 0", expect = Expect.FORBIDDEN, desc = "the flag was seen before the bytes")
@State
public class HostFlagsOrderTest {
  private final GuestMemory vram = Slots.take();
  private final HostFlags flags = HostFlags.atEndOf(vram);

  /// For jcstress.
  public HostFlagsOrderTest() {}

  /// Writes a command and announces it.
  @Actor
  public void host() {
    vram.u32(0, 7);
    flags.set(HostFlags.COMMANDS_PENDING);
  }

  /// Looks at the flag, and then at the command.
  @Actor
  public void guest(II_Result r) {
    r.r1 = flags.isSet(HostFlags.COMMANDS_PENDING) ? 1 : 0;
    r.r2 = vram.u32(0);
  }
}
