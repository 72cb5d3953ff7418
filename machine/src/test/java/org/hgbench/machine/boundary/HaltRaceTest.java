package org.hgbench.machine.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.hgbench.machine.counter.CounterValues;
import org.hgbench.machine.counter.Counters;
import org.hgbench.machine.interrupt.InterruptHandler;
import org.hgbench.machine.interrupt.InterruptLine;
import org.hgbench.machine.memory.MachineMemory;
import org.hgbench.machine.memory.MemoryRegion;
import org.hgbench.machine.port.PortAccess;
import org.hgbench.machine.port.PortBus;
import org.hgbench.machine.port.PortHandler;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A device raises its line at every moment of a guest's way into and out of `hlt`. A wake-up that
/// got lost would leave the guest asleep until its time is up, and the test counts that.
class HaltRaceTest {
  private static final int ROUNDS = Integer.getInteger("hgbench.test.haltRounds", 100_000);
  private static final long LOST_AFTER_NANOS = TimeUnit.SECONDS.toNanos(20);

  @AutoClose
  private final MachineMemory memory =
      MachineMemory.create(List.of(new MemoryRegion(MemoryRegion.RAM, 0, MemoryRegion.PAGE)));

  private final Counters counters = new Counters();
  private final SimulatedBoundary boundary =
      new SimulatedBoundary(memory, TrapCost.NONE, 1, counters);
  private final InterruptLine line = new InterruptLine(0, boundary.interrupts());
  private volatile int acknowledged;

  @Test
  @Timeout(300)
  void noWakeUpIsLost() throws InterruptedException {
    PortBus ports = new PortBus();
    ports.claim(1, 1, new Acknowledge());
    boundary.connect(ports);
    boundary.vcpu(0).handle(0, new Handler());
    Thread device = Thread.ofPlatform().start(this::raise);

    long longest = 0;
    while (acknowledged < ROUNDS) {
      long start = System.nanoTime();
      boundary.vcpu(0).halt(LOST_AFTER_NANOS);
      longest = Math.max(longest, System.nanoTime() - start);
    }
    device.join();

    assertThat(longest).isLessThan(LOST_AFTER_NANOS);
    assertThat(counters.values()).isEqualTo(new CounterValues(ROUNDS, ROUNDS, 0, 0));
  }

  private void raise() {
    Random random = new Random(7);
    for (int round = 0; round < ROUNDS; round++) {
      while (acknowledged < round) {
        Thread.onSpinWait();
      }
      for (int spins = random.nextInt(400); spins > 0; spins--) {
        Thread.onSpinWait();
      }
      line.raise();
    }
  }

  private final class Acknowledge implements PortHandler {
    @Override
    public void out(int port, int width, int value) {
      throw new AssertionError("nobody writes this port");
    }

    @Override
    public int in(int port, int width) {
      return acknowledged;
    }
  }

  private final class Handler implements InterruptHandler {
    private static final PortAccess NEXT = PortAccess.in(1);

    @Override
    public boolean isPending() {
      return line.isHigh();
    }

    @Override
    public PortAccess acknowledgement() {
      return NEXT;
    }

    @Override
    public void acknowledged(int value) {
      line.lower();
      acknowledged = value + 1;
    }
  }
}
