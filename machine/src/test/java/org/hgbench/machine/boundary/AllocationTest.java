package org.hgbench.machine.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.hgbench.machine.counter.Counters;
import org.hgbench.machine.interrupt.InterruptHandler;
import org.hgbench.machine.interrupt.InterruptLine;
import org.hgbench.machine.memory.GuestMemory;
import org.hgbench.machine.memory.MachineMemory;
import org.hgbench.machine.memory.MemoryRegion;
import org.hgbench.machine.port.PortAccess;
import org.hgbench.machine.port.PortBus;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// Memory accesses, traps and interrupts allocate nothing.
class AllocationTest {
  private static final int OPERATIONS = 50_000;

  @AutoClose
  private final MachineMemory memory =
      MachineMemory.create(List.of(new MemoryRegion(MemoryRegion.RAM, 0, MemoryRegion.PAGE)));

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Test
  void memoryAccessesAllocateNothing() {
    try (MachineMemory machine =
        MachineMemory.create(List.of(new MemoryRegion(MemoryRegion.RAM, 0, 8192)))) {
      GuestMemory memory = machine.ram();
      byte[] array = new byte[64];
      assertAllocatesNothing(() -> {
        memory.u32Release(0, memory.u8(1) + memory.u16(2) + memory.u32(4));
        memory.u64(8, memory.u64(16) + memory.u32Acquire(0));
        memory.u32Or(24, memory.u32And(28, -2));
        memory.copyTo(0, array, 0, 64);
        memory.copyFrom(64, array, 0, 64);
        memory.copyTo(0, memory, 4096, 256);
        memory.u64(32, memory.sum(0, 100) + memory.fillWords(128, 100, 7));
      });
    }
  }

  @Test
  void trapsAndInterruptsAllocateNothing() {
    SimulatedBoundary boundary = new SimulatedBoundary(memory, TrapCost.NONE, 1, new Counters());
    InterruptLine line = new InterruptLine(0, boundary.interrupts());
    boundary.connect(new PortBus());
    Vcpu vcpu = boundary.vcpu(0);
    vcpu.handle(0, new Lowering(line));
    assertAllocatesNothing(() -> {
      vcpu.out(1, vcpu.in(2));
      line.raise();
      vcpu.halt(1_000_000);
      vcpu.halt(1);
    });
  }

  private record Lowering(InterruptLine line) implements InterruptHandler {
    private static final PortAccess ACCESS = PortAccess.out(1, 1);

    @Override
    public boolean isPending() {
      return line.isHigh();
    }

    @Override
    public PortAccess acknowledgement() {
      return ACCESS;
    }

    @Override
    public void acknowledged(int value) {
      line.lower();
    }
  }

  /// The least of several rounds: a compiler that replaces code in use may allocate once.
  private void assertAllocatesNothing(Runnable operation) {
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 10; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < OPERATIONS; i++) {
        operation.run();
      }
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    assertThat(least).isLessThan(OPERATIONS / 100);
  }
}
