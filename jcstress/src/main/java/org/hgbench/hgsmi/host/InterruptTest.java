package org.hgbench.hgsmi.host;

import org.hgbench.hgsmi.wire.HostFlags;
import org.hgbench.machine.interrupt.InterruptController;
import org.hgbench.machine.interrupt.InterruptLine;
import org.hgbench.machine.memory.GuestMemory;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/// The host raises a second reason while the guest acknowledges the first: the guest is interrupted
/// again, whatever came first.
@JCStressTest
@Outcome(id = "1, 18", expect = Expect.ACCEPTABLE, desc = "the line is high with the new reason")
@Outcome(id = "0, .*", expect = Expect.FORBIDDEN, desc = "the interrupt was lost")
@Outcome(expect = Expect.FORBIDDEN, desc = "the reason was lost")
@State
public class InterruptTest {
  private static final InterruptController NOBODY =
      new InterruptController() {
        @Override
        public void raised(InterruptLine line) {
          // The test looks at the line itself.
        }

        @Override
        public void lowered(InterruptLine line) {
          // The test looks at the line itself.
        }
      };

  private final GuestMemory vram = Slots.take();
  private final HostFlags flags = HostFlags.atEndOf(vram);
  private final InterruptLine line = new InterruptLine(0, NOBODY);
  private final GuestInterrupt interrupt;

  /// For jcstress: one interrupt is raised.
  public InterruptTest() {
    GuestFlags located = new GuestFlags(vram);
    located.locate(vram.bytes() - HostFlags.SIZE, HostFlags.SIZE);
    interrupt = new GuestInterrupt(line, located);
    interrupt.raise(0);
  }

  /// Raises it for another reason.
  @Actor
  public void host() {
    interrupt.raise(HostFlags.VSYNC);
  }

  /// Acknowledges.
  @Actor
  public void guest() {
    interrupt.acknowledge();
  }

  /// What the guest will see.
  @Arbiter
  public void left(II_Result r) {
    r.r1 = line.isHigh() ? 1 : 0;
    r.r2 = flags.read();
  }
}
