package org.hgbench.hgsmi.host;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/// Guest to host: when the host sees the index behind a record that was published at once, it sees
/// the record's length and bytes.
@JCStressTest
@Outcome(id = "0", expect = Expect.ACCEPTABLE, desc = "the host looked before the record was there")
@Outcome(id = "7", expect = Expect.ACCEPTABLE, desc = "the host has the whole record")
@Outcome(
    id = "-1",
    expect = Expect.FORBIDDEN,
    desc = "the host saw the index before the record's length")
@Outcome(expect = Expect.FORBIDDEN, desc = "the host saw the length before the bytes")
@State
public class RingPublishTest {
  private final SmallRing ring = new SmallRing();

  /// For jcstress.
  public RingPublishTest() {}

  /// Publishes one record.
  @Actor
  public void guest() {
    ring.writer.append(7, 1);
  }

  /// Takes what is there.
  @Actor
  public void host(I_Result r) {
    r.r1 = ring.take();
  }
}
