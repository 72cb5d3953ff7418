package org.hgbench.machine.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
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
import org.junit.jupiter.api.parallel.Isolated;

@Timeout(60)
@Isolated("judges times")
class SimulatedBoundaryTest {
  private static final long FOREVER = TimeUnit.SECONDS.toNanos(50);
  private static final int ACKNOWLEDGE = 0x100;

  @AutoClose
  private final MachineMemory memory =
      MachineMemory.create(List.of(new MemoryRegion(MemoryRegion.RAM, 0, MemoryRegion.PAGE)));

  private final Counters counters = new Counters();
  private final SimulatedBoundary boundary =
      new SimulatedBoundary(memory, TrapCost.NONE, 2, counters);
  private final InterruptLine line = new InterruptLine(3, boundary.interrupts());
  private final InterruptLine otherLine = new InterruptLine(7, boundary.interrupts());
  private final PortBus ports = new PortBus();
  private final Service service = new Service(line, PortAccess.out(ACKNOWLEDGE, 5));
  private final Service otherService = new Service(otherLine, PortAccess.in(ACKNOWLEDGE + 1));

  /// A guest driver's handler for a device that lowers its line when it is acknowledged.
  private static final class Service implements InterruptHandler {
    private final InterruptLine line;
    private final PortAccess access;
    private int served;
    private int lastValue = -1;

    Service(InterruptLine line, PortAccess access) {
      this.line = line;
      this.access = access;
    }

    @Override
    public boolean isPending() {
      return line.isHigh();
    }

    @Override
    public PortAccess acknowledgement() {
      return access;
    }

    @Override
    public void acknowledged(int value) {
      served++;
      lastValue = value;
    }
  }

  SimulatedBoundaryTest() {
    ports.claim(
        ACKNOWLEDGE,
        2,
        new PortHandler() {
          @Override
          public void out(int port, int width, int value) {
            assertThat(value).isEqualTo(5);
            line.lower();
          }

          @Override
          public int in(int port, int width) {
            otherLine.lower();
            return 0x77;
          }
        });
    boundary.connect(ports);
  }

  @Test
  void isNamed() {
    assertThat(boundary.name()).isEqualTo("simulated");
    assertThat(boundary.cost()).isEqualTo(TrapCost.NONE);
  }

  @Test
  void anAccessReachesTheBusAndIsCounted() {
    Vcpu vcpu = boundary.vcpu(0);
    otherLine.raise();

    vcpu.out(0x80, 1, 9);
    assertThat(vcpu.in(ACKNOWLEDGE + 1)).isEqualTo(0x77);
    assertThat(otherLine.isHigh()).isFalse();
    assertThat(counters.values()).isEqualTo(new CounterValues(2, 0, 0, 0));
  }

  @Test
  void aHaltWithAHighLineReturnsAtOnceAndTakesTheInterrupt() {
    Vcpu vcpu = boundary.vcpu(0);
    vcpu.handle(3, service);
    line.raise();

    vcpu.halt(FOREVER);

    assertThat(service.served).isEqualTo(1);
    assertThat(service.lastValue).isZero();
    assertThat(line.isHigh()).isFalse();
    assertThat(counters.values()).isEqualTo(new CounterValues(1, 1, 0, 0));
  }

  @Test
  void aReadAcknowledgementHandsItsValueOn() {
    boundary.vcpu(0).handle(7, otherService);
    otherLine.raise();

    boundary.vcpu(0).halt(FOREVER);

    assertThat(otherService.lastValue).isEqualTo(0x77);
  }

  @Test
  void takesTwoLinesInOneHalt() {
    Vcpu vcpu = boundary.vcpu(0);
    vcpu.handle(3, service);
    vcpu.handle(7, otherService);
    line.raise();
    otherLine.raise();

    vcpu.halt(FOREVER);

    assertThat(service.served).isEqualTo(1);
    assertThat(otherService.served).isEqualTo(1);
    assertThat(counters.values()).isEqualTo(new CounterValues(2, 2, 0, 0));
  }

  @Test
  void aLineThatWasLoweredAgainIsNotTaken() {
    boundary.vcpu(0).handle(3, service);
    line.raise();
    line.lower();

    boundary.vcpu(0).halt(1_000);

    assertThat(service.served).isZero();
  }

  @Test
  void aMaskedLineEndsNoHalt() {
    boundary.vcpu(0).handle(3, service);
    otherLine.raise();
    long start = System.nanoTime();

    boundary.vcpu(0).halt(20_000_000);

    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(20_000_000);
    assertThat(counters.values()).isEqualTo(new CounterValues(0, 0, 0, 0));
  }

  @Test
  void aTimeOutEndsAHaltAndNotMuchTooEarlyOrLate() {
    long start = System.nanoTime();

    boundary.vcpu(0).halt(50_000_000);

    assertThat(System.nanoTime() - start).isBetween(50_000_000L, 20_000_000_000L);
  }

  @Test
  void theLongestTimeOutDoesNotWrapAround() throws InterruptedException {
    Thread guest = halting(boundary.vcpu(0), Long.MAX_VALUE);
    awaitHalt(guest);
    boundary.vcpu(0).kick();

    assertThat(guest.join(java.time.Duration.ofSeconds(20))).isTrue();
  }

  @Test
  void aKickEndsThePresentHalt() throws InterruptedException {
    Thread guest = halting(boundary.vcpu(1), FOREVER);
    awaitHalt(guest);
    boundary.vcpu(1).kick();

    assertThat(guest.join(java.time.Duration.ofSeconds(20))).isTrue();
    assertThat(counters.values()).isEqualTo(new CounterValues(0, 0, 0, 0));
  }

  @Test
  void aKickThatCameFirstEndsTheNextHaltAndOnlyThat() {
    boundary.vcpu(0).kick();
    boundary.vcpu(0).halt(FOREVER);
    long start = System.nanoTime();
    boundary.vcpu(0).halt(20_000_000);

    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(20_000_000);
  }

  @Test
  void anotherVcpuSleepsOnWhenALineIsRaised() throws InterruptedException {
    boundary.vcpu(0).handle(3, service);
    boundary.vcpu(1).handle(7, otherService);
    Thread first = halting(boundary.vcpu(0), FOREVER);
    Thread second = halting(boundary.vcpu(1), FOREVER);
    awaitHalt(first);
    awaitHalt(second);

    line.raise();
    assertThat(first.join(java.time.Duration.ofSeconds(20))).isTrue();
    assertThat(second.isAlive()).isTrue();
    assertThat(otherService.served).isZero();

    otherLine.raise();
    assertThat(second.join(java.time.Duration.ofSeconds(20))).isTrue();
    assertThat(service.served).isEqualTo(1);
    assertThat(otherService.served).isEqualTo(1);
  }

  @Test
  void aLineBelongsToOneVcpu() {
    boundary.vcpu(0).handle(3, service);
    boundary.vcpu(0).handle(3, service);

    assertThatThrownBy(() -> boundary.vcpu(1).handle(3, service))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("line 3 is handled by another vCPU");
    line.raise();
    boundary.vcpu(0).halt(FOREVER);
    assertThat(service.served).isEqualTo(1);
  }

  @Test
  void hasAsManyVcpusAsWereAskedFor() {
    assertThat(boundary.vcpu(1)).isNotSameAs(boundary.vcpu(0));
    assertThatThrownBy(() -> boundary.vcpu(2)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void spendsTheCostOfATrapWhereTheHostAnswersIt() {
    PortBus costly = new PortBus();
    costly.claim(
        1,
        2,
        new PortHandler() {
          @Override
          public void out(int port, int width, int value) {}

          @Override
          public int in(int port, int width) {
            return 0;
          }

          @Override
          public boolean answeredInKernel(int port, boolean write) {
            return port == 2;
          }
        });
    SimulatedBoundary slow =
        new SimulatedBoundary(
            memory, new TrapCost("test", 400_000, 100_000, 0, "made up"), 1, new Counters());
    slow.connect(costly);

    assertThat(fastestOut(slow.vcpu(0), 1)).isBetween(240_000L, 4_000_000L);
    assertThat(fastestOut(slow.vcpu(0), 2)).isBetween(60_000L, 240_000L);
  }

  private static long fastestOut(Vcpu vcpu, int port) {
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 100; i++) {
      long start = System.nanoTime();
      vcpu.out(port, 0);
      best = Math.min(best, System.nanoTime() - start);
    }
    return best;
  }

  private static Thread halting(Vcpu vcpu, long nanos) {
    return Thread.ofPlatform().start(() -> vcpu.halt(nanos));
  }

  private static void awaitHalt(Thread guest) {
    while (guest.getState() != Thread.State.TIMED_WAITING) {
      LockSupport.parkNanos(10_000);
    }
  }
}
