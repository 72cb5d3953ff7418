package org.hgbench.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.hgbench.machine.boundary.Vcpu;
import org.hgbench.machine.counter.CounterValues;
import org.hgbench.machine.memory.GuestMemory;
import org.hgbench.machine.os.Kernel;
import org.hgbench.machine.os.Platform;
import org.hgbench.machine.os.SystemCall;
import org.hgbench.machine.yardstick.Yardstick;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a guest driver may rely on, whatever boundary is behind its vCPU.
@ParameterizedClass
@MethodSource("org.hgbench.machine.BoundaryCases#all")
@Execution(ExecutionMode.CONCURRENT)
record BoundaryContractTest(String boundary) {
  private static final long LONG_NANOS = TimeUnit.SECONDS.toNanos(20);

  @Test
  void isTheBoundaryThatWasAskedFor() {
    run(machine -> assertThat(machine.boundary().name()).isEqualTo(boundary));
  }

  @Test
  void portAccessesOfEveryWidthReachTheDeviceAndCarryEveryBit() {
    run(machine -> {
      Vcpu vcpu = machine.vcpu(0);
      for (int value : new int[] {0, 1, -1, 0x12345678, 0x80000000, 0xFFFFF001, -38}) {
        vcpu.out(0x200, 4, value);
        assertThat(vcpu.in(0x200, 4)).isEqualTo(value);
        assertThat(vcpu.in(0x200, 2)).isEqualTo(value & 0xFFFF);
        assertThat(vcpu.in(0x200, 1)).isEqualTo(value & 0xFF);
        vcpu.out(0x200, 2, value);
        assertThat(vcpu.in(0x200)).isEqualTo(value & 0xFFFF);
        vcpu.out(0x200, 1, value);
        assertThat(vcpu.in(0x200)).isEqualTo(value & 0xFF);
      }
      assertThat(vcpu.in(0x80)).isEqualTo(-1);
      assertThat(vcpu.in(0x80, 1)).isEqualTo(0xFF);
      vcpu.out(0x80, 5);
    });
  }

  @Test
  void everyAccessArrivesOnceAndInOrder() {
    run(machine -> {
      Vcpu vcpu = machine.vcpu(0);
      for (int i = 1; i <= 200; i++) {
        vcpu.out(0x200, i);
        if (i % 3 == 0) {
          assertThat(vcpu.in(0x200)).isEqualTo(i);
        }
        vcpu.out(0x201, 0);
      }
      assertThat(vcpu.in(0x201)).isEqualTo(200);
      assertThat(machine.counters()).isEqualTo(new CounterValues(200 + 66 + 200 + 1, 0, 0, 0));
    });
  }

  @Test
  void memoryIsSharedBothWays() {
    run(machine -> {
      GuestMemory region = machine.memory().window("test/0/own");
      machine.vcpu(0).out(0x202, 0xCAFE);
      assertThat(region.u32(0)).isEqualTo(0xCAFE);
      region.u32(8, 0x1000);
      assertThat(machine.vcpu(0).in(0x202)).isEqualTo(0xCAFE + 0x1000);
    });
  }

  @Test
  void theGuestTouchesMemoryOfAnyRegionWithOneTrap() {
    run(machine -> {
      Vcpu vcpu = machine.vcpu(0);
      vcpu.fill(0xF000_0000L, 512, 0x89ABCDEF, 0x200);
      assertThat(machine.memory().window("test/0/own").sum(0, 4096)).isEqualTo(512 * 0x89ABCDEFL);
      assertThat(machine.counters()).isEqualTo(new CounterValues(1, 0, 0, 0));
      assertThat(vcpu.in(0x200)).isEqualTo(0x89ABCDEF);

      vcpu.copy(0xF000_0000L, 0x10_0008L, 256, 0x200);
      assertThat(machine.ram().sum(0x10_0000L, 4096)).isEqualTo(256 * 0x89ABCDEFL);
      assertThat(machine.counters()).isEqualTo(new CounterValues(3, 0, 0, 0));
      assertThat(vcpu.in(0x200)).isZero();
    });
  }

  @Test
  void touchingWhatIsNoMemoryIsRefused() {
    run(machine ->
        assertThatThrownBy(() -> machine.vcpu(0).copy(0x10_0000L, 0xD000_0000L, 1, 0x80))
            .isInstanceOf(RuntimeException.class)
            .hasMessageContaining("0xd0000000"));
  }

  @Test
  void aHighLineEndsTheWaitAtOnceAndIsAcknowledgedWithOneTrap() {
    run(machine -> {
      CountingHandler handler = handle(machine);
      for (int i = 1; i <= 100; i++) {
        machine.vcpu(0).out(0x201, 0);
        haltUntil(machine, handler, i);
        assertThat(handler.lastValue()).isEqualTo(i);
      }
      assertThat(machine.counters()).isEqualTo(new CounterValues(200, 100, 0, 0));
    });
  }

  @Test
  void theReasonIsSeenBeforeTheAcknowledgementClearsIt() {
    run(machine -> {
      CountingHandler handler =
          new CountingHandler(0x201, machine.memory().window("test/0/own"), TestDevice.REASON);
      machine.vcpu(0).handle(machine.line("test/0"), handler);
      for (int i = 1; i <= 20; i++) {
        machine.vcpu(0).out(0x201, 0);
        haltUntil(machine, handler, i);
        assertThat(handler.lastReason()).isEqualTo(i);
      }
    });
  }

  @Test
  void aLineThatIsRaisedLaterEndsTheWait() {
    run(machine -> {
      Yardstick yardstick = machine.yardstick(0);
      for (int delay : new int[] {0, 1_000, 20_000, 100_000, 1_000_000, 20_000_000}) {
        assertThat(yardstick.interruptNanos(delay)).isBetween(0L, LONG_NANOS);
      }
      for (int i = 0; i < 300; i++) {
        yardstick.interruptNanos(i * 500);
      }
      assertThat(machine.counters()).isEqualTo(new CounterValues(612, 306, 0, 0));
    });
  }

  @Test
  void aMaskedLineEndsNoWaitUntilItIsHandled() {
    run(machine -> {
      machine.vcpu(0).out(0x201, 0);
      long start = System.nanoTime();
      while (System.nanoTime() - start < 20_000_000) {
        machine.vcpu(0).halt(20_000_000);
      }
      assertThat(machine.counters()).isEqualTo(new CounterValues(1, 0, 0, 0));

      haltUntil(machine, handle(machine), 1);
      assertThat(machine.counters()).isEqualTo(new CounterValues(2, 1, 0, 0));
    });
  }

  @Test
  void twoLinesAreBothTaken() {
    run(machine -> {
      CountingHandler handler = handle(machine);
      Yardstick yardstick = machine.yardstick(0);
      machine.vcpu(0).out(0x201, 0);
      yardstick.interrupt();
      haltUntil(machine, handler, 1);
      assertThat(machine.counters()).isEqualTo(new CounterValues(4, 2, 0, 0));
    });
  }

  @Test
  void aWaitEndsWhenItsTimeIsUp() {
    run(machine -> {
      machine.vcpu(0).halt(1);
      long start = System.nanoTime();
      machine.vcpu(0).halt(30_000_000);
      assertThat(System.nanoTime() - start).isBetween(29_000_000L, LONG_NANOS);
      assertThat(machine.counters()).isEqualTo(CounterValues.ZERO);
    });
  }

  @Test
  void aKickEndsTheWait() {
    run(machine -> {
      machine.vcpu(0).kick();
      long start = System.nanoTime();
      machine.vcpu(0).halt(LONG_NANOS);
      Thread kicker = Thread.ofPlatform().start(() -> machine.vcpu(0).kick());
      machine.vcpu(0).halt(LONG_NANOS);
      assertThat(System.nanoTime() - start).isLessThan(LONG_NANOS);
      join(kicker);
      assertThat(machine.counters()).isEqualTo(CounterValues.ZERO);
    });
  }

  /// A collection that waited for the vCPU would take as long as the vCPU waits.
  @Test
  void garbageCollectionsBesideAWaitingVcpuTakeTheirOrdinaryTime() {
    run(machine -> {
      AtomicLong ordinary = new AtomicLong();
      join(Thread.ofPlatform().start(() -> ordinary.set(collectionNanos())));

      AtomicLong beside = new AtomicLong();
      Thread collector =
          Thread.ofPlatform()
              .start(() -> {
                beside.set(collectionNanos());
                machine.vcpu(0).kick();
              });
      long start = System.nanoTime();
      machine.vcpu(0).halt(LONG_NANOS);
      assertThat(System.nanoTime() - start).isLessThan(LONG_NANOS);
      join(collector);
      assertThat((double) beside.get() / ordinary.get()).isLessThan(10);
    });
  }

  /// The median of some collections.
  private static long collectionNanos() {
    long[] nanos = new long[5];
    for (int i = 0; i < nanos.length; i++) {
      long start = System.nanoTime();
      System.gc();
      nanos[i] = System.nanoTime() - start;
    }
    Arrays.sort(nanos);
    return nanos[nanos.length / 2];
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void signalsInTheMiddleOfTrapsHaveNoDoorbellServedTwice() {
    run(machine -> {
      int doorbells = 10_000;
      machine.vcpu(0).out(0x200, 1);
      long thread = Kernel.checked(SystemCall.GETTID, 0, 0, 0);
      AtomicBoolean done = new AtomicBoolean();
      Thread sender = Thread.ofPlatform().start(() -> interruptUntil(done, thread));
      for (int i = 0; i < doorbells; i++) {
        machine.vcpu(0).out(0x201, 0);
      }
      done.set(true);
      join(sender);

      assertThat(machine.vcpu(0).in(0x201)).isEqualTo(doorbells);
      assertThat(machine.counters().traps()).isEqualTo(doorbells + 2);
    });
  }

  @Test
  void trapsAndInterruptsAllocateNothing() {
    run(machine -> {
      Yardstick yardstick = machine.yardstick(0);
      assertAllocatesNothing(
          500,
          () -> {
            yardstick.trap();
            yardstick.interrupt();
            machine.vcpu(0).in(0x200);
          });
    });
  }

  @Test
  void aWaitThatPutsTheThreadToSleepAllocatesNothing() {
    run(machine -> {
      Yardstick yardstick = machine.yardstick(0);
      assertAllocatesNothing(100, () -> yardstick.interruptNanos(20_000));
    });
  }

  /// Native calls allocate until they are compiled, so the first rounds do not count.
  private static void assertAllocatesNothing(int times, Runnable operation) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    long start = System.nanoTime();
    while (least >= 200 && System.nanoTime() - start < LONG_NANOS) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < times; i++) {
        operation.run();
      }
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    assertThat(least).isLessThan(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"same-core", "cross-core"})
  void worksWhereverGuestAndHostArePut(String placement) {
    BoundaryCases.run(
        boundary,
        List.of("RamSize = 2M", "Devices/yardstick/0/Enabled = true", "Placement = " + placement),
        machine -> {
          machine.placement().pinGuest();
          Yardstick yardstick = machine.yardstick(0);
          for (int i = 0; i < 50; i++) {
            yardstick.trap();
            yardstick.interruptNanos(1_000);
          }
          assertThat(machine.placement().name()).isEqualTo(placement);
          assertThat(machine.counters()).isEqualTo(new CounterValues(150, 50, 0, 0));
        });
  }

  @Test
  void refusesWidthsAndVcpusThatThereAreNot() {
    run(machine -> {
      assertThatThrownBy(() -> machine.vcpu(0).out(0x200, 3, 0))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> machine.vcpu(0).in(0x200, 0))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> machine.vcpu(1)).isInstanceOf(IndexOutOfBoundsException.class);
    });
  }

  private void run(java.util.function.Consumer<Machine> guest) {
    BoundaryCases.run(
        boundary,
        List.of(
            "RamSize = 2M", "Devices/test/0/Enabled = true", "Devices/yardstick/0/Enabled = true"),
        guest);
  }

  private static CountingHandler handle(Machine machine) {
    CountingHandler handler =
        new CountingHandler(0x201, machine.memory().window("test/0/own"), TestDevice.REASON);
    machine.vcpu(0).handle(machine.line("test/0"), handler);
    return handler;
  }

  private static void haltUntil(Machine machine, CountingHandler handler, int taken) {
    while (handler.taken() < taken) {
      machine.vcpu(0).halt(LONG_NANOS);
    }
  }

  /// Sends the signal that the JVM's own sampling uses; nobody asked for it, so it has no effect
  /// but to interrupt a system call.
  private static void interruptUntil(AtomicBoolean done, long thread) {
    int tgkill = Platform.ARCHITECTURE.equals("amd64") ? 234 : 131; // asm/unistd.h
    int sigusr2 = 12; // asm/signal.h
    Kernel kernel = new Kernel();
    long process = ProcessHandle.current().pid();
    while (!done.get()) {
      kernel.call(tgkill, process, thread, sigusr2);
      for (int i = 0; i < 200; i++) {
        Thread.onSpinWait();
      }
    }
  }

  private static void join(Thread thread) {
    try {
      assertThat(thread.join(java.time.Duration.ofSeconds(20))).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
