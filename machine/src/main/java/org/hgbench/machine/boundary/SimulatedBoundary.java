package org.hgbench.machine.boundary;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.hgbench.machine.counter.Counters;
import org.hgbench.machine.interrupt.InterruptController;
import org.hgbench.machine.interrupt.InterruptLine;
import org.hgbench.machine.memory.MachineMemory;
import org.hgbench.machine.port.PortBus;

/// The modelled boundary: guest and host share one process, a trap is a call with a chosen cost, an
/// interrupt is a flag and a wake-up. It isolates the protocols' software and draws what-if curves;
/// what it says of real hosts is *modelled*.
public final class SimulatedBoundary implements LocalBoundary {
  private static final VarHandle HIGH_LINES;

  static {
    try {
      HIGH_LINES =
          MethodHandles.lookup().findVarHandle(SimulatedBoundary.class, "highLines", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private final MachineMemory memory;
  private final TrapCost cost;
  private final int vcpuCount;
  private final Counters counters;
  private final AtomicReferenceArray<SimulatedVcpu> routes =
      new AtomicReferenceArray<>(InterruptController.LINES);
  private final List<SimulatedVcpu> vcpus = new ArrayList<>();
  private final EmtQueue emtQueue = new EmtQueue();
  private volatile int highLines;

  /// Creates it with so many vCPUs, at least one.
  public SimulatedBoundary(MachineMemory memory, TrapCost cost, int vcpuCount, Counters counters) {
    this.memory = memory;
    this.cost = cost;
    this.vcpuCount = vcpuCount;
    this.counters = counters;
  }

  @Override
  public String name() {
    return "simulated";
  }

  /// What crossing it costs.
  public TrapCost cost() {
    return cost;
  }

  @Override
  public InterruptController interrupts() {
    return new InterruptController() {
      @Override
      public void raised(InterruptLine line) {
        HIGH_LINES.getAndBitwiseOr(SimulatedBoundary.this, 1 << line.number());
        wake(line);
      }

      @Override
      public void lowered(InterruptLine line) {
        HIGH_LINES.getAndBitwiseAnd(SimulatedBoundary.this, ~(1 << line.number()));
      }

      @Override
      public void post(InterruptLine line, Runnable work) {
        emtQueue.add(work);
        wake(line);
      }

      private void wake(InterruptLine line) {
        SimulatedVcpu vcpu = routes.get(line.number());
        if (vcpu != null) {
          vcpu.wake();
        }
      }
    };
  }

  @Override
  public void connect(PortBus ports) {
    for (int i = 0; i < vcpuCount; i++) {
      vcpus.add(
          new SimulatedVcpu(
              this,
              new SimulatedTrap(ports, cost),
              emtQueue,
              new PlainAccess(memory),
              cost.irqNanos(),
              counters.writer(Counters.Kind.TRAPS),
              counters.writer(Counters.Kind.INTERRUPTS)));
    }
  }

  @Override
  public Vcpu vcpu(int index) {
    return vcpus.get(index);
  }

  @Override
  public void close() {
    // Guest threads belong to their callers; there is nothing else to end.
  }

  int highLines() {
    return highLines;
  }

  void route(int line, SimulatedVcpu vcpu) {
    if (!routes.compareAndSet(line, null, vcpu) && routes.get(line) != vcpu) {
      throw new IllegalArgumentException("line %d is handled by another vCPU".formatted(line));
    }
  }
}
