package org.hgbench.hgcm.host;

import org.hgbench.hgcm.wire.HgcmHeader;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/// Host to guest: a guest that sees that a request inside one page is done sees its result and its
/// output, both written before.
@JCStressTest
@Outcome(id = "-1, -1", expect = Expect.ACCEPTABLE, desc = "the guest looked before it was done")
@Outcome(id = "7, 42", expect = Expect.ACCEPTABLE, desc = "the guest has result and output")
@Outcome(expect = Expect.FORBIDDEN, desc = "the guest saw DONE before what it stands for")
@State
public class DoneInPlaceTest {
  private static final int OUTPUT = 92;

  /// Flags and result are on two cache lines.
  private static final int OFFSET = 64 - HgcmHeader.FLAGS - Integer.BYTES;

  private final long at = Slots.take(OFFSET, 128);
  private final HgcmHeader request = new HgcmHeader(Slots.MEMORY.ram(), at);

  /// For jcstress.
  public DoneInPlaceTest() {}

  /// Writes output, result, and that it is done.
  @Actor
  public void host() {
    Slots.MEMORY.ram().u64(at + OUTPUT, 42);
    HgcmHeader.finishInPlace(Slots.MEMORY.ram(), at, 7);
  }

  /// Looks once.
  @Actor
  public void guest(II_Result r) {
    boolean done = request.isDone();
    r.r1 = done ? request.result() : -1;
    r.r2 = done ? (int) Slots.MEMORY.ram().u64(at + OUTPUT) : -1;
  }
}
