package org.hgbench.hgcm.host;

import org.hgbench.hgcm.wire.HgcmHeader;
import org.hgbench.hgcm.wire.VmmDevMemory;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/// Host to guest: a guest that sees that an event is pending sees that the call it tells of is
/// done.
@JCStressTest
@Outcome(id = "-1", expect = Expect.ACCEPTABLE, desc = "the guest looked before the event")
@Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "the call is done")
@Outcome(id = "0", expect = Expect.FORBIDDEN, desc = "the event came before the call was done")
@State
public class EventTest {
  private static final int REQUEST = 128;

  private final long at = Slots.take(0, REQUEST + HgcmHeader.SIZE);
  private final VmmDevMemory shared =
      new VmmDevMemory(Slots.MEMORY.ram().window(at, VmmDevMemory.MIN_BYTES));
  private final HgcmHeader request = new HgcmHeader(Slots.MEMORY.ram(), at + REQUEST);

  /// For jcstress.
  public EventTest() {}

  /// Finishes, and tells.
  @Actor
  public void host() {
    HgcmHeader.finishInPlace(Slots.MEMORY.ram(), at + REQUEST, 0);
    shared.haveEvents(true);
  }

  /// Looks once.
  @Actor
  public void guest(I_Result r) {
    r.r1 = shared.haveEvents() ? request.isDone() ? 1 : 0 : -1;
  }
}
