package org.hgbench.hgsmi.host;

import org.hgbench.hgsmi.wire.HostFlags;
import org.hgbench.machine.memory.GuestMemory;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/// The host queues a second command while the guest reads the first: the guest gets the older one,
/// and the pending bit stands as long as one is queued.
@JCStressTest
@Outcome(id = "32, 1, 64", expect = Expect.ACCEPTABLE, desc = "one is read, the other is announced")
@Outcome(
    id = "32, 0, 64",
    expect = Expect.FORBIDDEN,
    desc = "a command is queued and the guest cannot see it")
@Outcome(expect = Expect.FORBIDDEN, desc = "a command was lost, doubled or overtaken")
@State
public class FifoTest {
  private final GuestMemory vram = Slots.take();
  private final HostFlags flags = HostFlags.atEndOf(vram);
  private final HostCommandQueue queue;

  /// For jcstress: one command is queued.
  public FifoTest() {
    GuestFlags located = new GuestFlags(vram);
    located.locate(vram.bytes() - HostFlags.SIZE, HostFlags.SIZE);
    queue = new HostCommandQueue(located);
    queue.add(32);
  }

  /// Queues another one.
  @Actor
  public void host() {
    queue.add(64);
  }

  /// Reads one.
  @Actor
  public void guest(III_Result r) {
    r.r1 = queue.read();
  }

  /// What is announced, and what is queued.
  @Arbiter
  public void left(III_Result r) {
    r.r2 = flags.read();
    r.r3 = queue.read();
  }
}
