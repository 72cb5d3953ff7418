package org.hgbench.hgsmi.host;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/// Host to guest: the guest writes over a record only when the host is done with its bytes.
@JCStressTest
@Outcome(id = "1, 2", expect = Expect.ACCEPTABLE, desc = "the host read what was sent")
@Outcome(
    id = {"4, .*", ".*, 4"},
    expect = Expect.FORBIDDEN,
    desc = "the guest wrote over a record that the host was still reading")
@Outcome(expect = Expect.FORBIDDEN, desc = "the host lost or mixed up records")
@State
public class RingReuseTest {
  private final SmallRing ring = new SmallRing();

  /// For jcstress: a ring that is full with two records.
  public RingReuseTest() {
    ring.writer.append(1, 1);
    ring.writer.append(2, 1);
  }

  /// Waits for room, and then writes where the first record was.
  @Actor
  public void guest() {
    ring.writer.append(4, 1);
    ring.writer.append(4, 1);
  }

  /// Takes the two records; the look for a third gives their room back.
  @Actor
  public void host(II_Result r) {
    r.r1 = ring.take();
    r.r2 = ring.take();
    ring.reader.fetch();
  }
}
