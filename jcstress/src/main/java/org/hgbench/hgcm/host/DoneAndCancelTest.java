package org.hgbench.hgcm.host;

import org.hgbench.hgcm.wire.HgcmHeader;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/// A guest gives a request up just when its host finishes it: the host never takes the guest's word
/// back.
@JCStressTest
@Outcome(id = "3", expect = Expect.ACCEPTABLE, desc = "given up, then done")
@Outcome(id = "2", expect = Expect.ACCEPTABLE, desc = "done, then given up")
@Outcome(expect = Expect.FORBIDDEN, desc = "the host took the guest's word back")
@State
public class DoneAndCancelTest {
  private final long at = Slots.take(0, HgcmHeader.SIZE);
  private final HgcmHeader request = new HgcmHeader(Slots.MEMORY.ram(), at);

  /// For jcstress.
  public DoneAndCancelTest() {}

  /// Finishes.
  @Actor
  public void host() {
    HgcmHeader.finishInPlace(Slots.MEMORY.ram(), at, 0);
  }

  /// Gives up.
  @Actor
  public void guest() {
    request.giveUp();
  }

  /// What is left.
  @Arbiter
  public void left(I_Result r) {
    r.r1 = request.flags();
  }
}
