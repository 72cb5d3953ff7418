package org.hgbench.hgsmi.host;

import org.hgbench.hgsmi.wire.HgsmiPorts;
import org.hgbench.hgsmi.wire.HostFlags;
import org.hgbench.machine.memory.GuestMemory;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/// A guest that sees the pending bit gets a command, with the bytes that the host wrote.
@JCStressTest
@Outcome(id = "0", expect = Expect.ACCEPTABLE, desc = "nothing is announced yet")
@Outcome(id = "7", expect = Expect.ACCEPTABLE, desc = "the guest has the command")
@Outcome(id = "-1", expect = Expect.FORBIDDEN, desc = "the bit was seen and there was no command")
@Outcome(expect = Expect.FORBIDDEN, desc = "the command was read before its bytes were written")
@State
public class FifoAnnouncementTest {
  private static final int BUFFER = 32;

  private final GuestMemory vram = Slots.take();
  private final HostFlags flags = HostFlags.atEndOf(vram);
  private final HostCommandQueue queue;

  /// For jcstress.
  public FifoAnnouncementTest() {
    GuestFlags located = new GuestFlags(vram);
    located.locate(vram.bytes() - HostFlags.SIZE, HostFlags.SIZE);
    queue = new HostCommandQueue(located);
  }

  /// Writes a command and queues it.
  @Actor
  public void host() {
    vram.u32(BUFFER, 7);
    queue.add(BUFFER);
  }

  /// Reads the command that is announced.
  @Actor
  public void guest(I_Result r) {
    if (flags.isSet(HostFlags.COMMANDS_PENDING)) {
      int buffer = queue.read();
      r.r1 = buffer == HgsmiPorts.VOID ? -1 : vram.u32(buffer);
    }
  }
}
