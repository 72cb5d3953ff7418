package org.hgbench.hgcm.host;

import org.hgbench.hgcm.wire.HgcmHeader;
import org.hgbench.machine.memory.MemoryRegion;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/// Host to guest: a guest that sees that a request across two pages is done sees its result and its
/// output, which were written back with it.
@JCStressTest
@Outcome(id = "-1, -1", expect = Expect.ACCEPTABLE, desc = "the guest looked before it was done")
@Outcome(id = "7, 42", expect = Expect.ACCEPTABLE, desc = "the guest has result and output")
@Outcome(expect = Expect.FORBIDDEN, desc = "the guest saw DONE before what it stands for")
@State
public class DoneThroughCopyTest {
  private static final int OUTPUT = 64;
  private static final int SIZE = 128;

  /// Head and output are on different pages.
  private static final int OFFSET = MemoryRegion.PAGE - HgcmHeader.SIZE;

  private final long at = Slots.take(OFFSET, SIZE);
  private final HgcmHeader request = new HgcmHeader(Slots.MEMORY.ram(), at);

  /// For jcstress.
  public DoneThroughCopyTest() {}

  /// Writes back output, result, and that it is done.
  @Actor
  public void host() {
    RequestCopy copy = RequestCopy.ofThread(SIZE);
    Slots.MEMORY.read(at, copy.memory(), 0, SIZE);
    copy.memory().u64(OUTPUT, 42);
    copy.finish(Slots.MEMORY, at, SIZE, 7);
  }

  /// Looks once.
  @Actor
  public void guest(II_Result r) {
    boolean done = request.isDone();
    r.r1 = done ? request.result() : -1;
    r.r2 = done ? (int) Slots.MEMORY.ram().u64(at + OUTPUT) : -1;
  }
}
