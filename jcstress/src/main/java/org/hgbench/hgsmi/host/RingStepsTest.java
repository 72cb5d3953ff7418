package org.hgbench.hgsmi.host;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/// Guest to host: a record that is written in the protocol's steps is taken when it is complete,
/// and then with all of its bytes.
@JCStressTest
@Outcome(id = "0", expect = Expect.ACCEPTABLE, desc = "the record is not there, or not complete")
@Outcome(id = "7", expect = Expect.ACCEPTABLE, desc = "the host has the whole record")
@Outcome(
    id = "-1",
    expect = Expect.FORBIDDEN,
    desc = "the host saw the index before the word that says: still being written")
@Outcome(expect = Expect.FORBIDDEN, desc = "the host saw the record complete before its bytes")
@State
public class RingStepsTest {
  private final SmallRing ring = new SmallRing();

  /// For jcstress.
  public RingStepsTest() {}

  /// Begins, writes and ends one record.
  @Actor
  public void guest() {
    if (ring.writer.begin() && ring.writer.write(7)) {
      ring.writer.end();
    }
  }

  /// Takes what is there.
  @Actor
  public void host(I_Result r) {
    r.r1 = ring.take();
  }
}
