package org.hgbench.machine.boundary.kvm;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.hgbench.machine.boundary.KernelCounters;
import org.hgbench.machine.boundary.LocalBoundary;
import org.hgbench.machine.boundary.Vcpu;
import org.hgbench.machine.counter.Counters;
import org.hgbench.machine.interrupt.InterruptController;
import org.hgbench.machine.memory.MachineMemory;
import org.hgbench.machine.os.KvmHeader;
import org.hgbench.machine.port.PortBus;
import org.hgbench.machine.port.PortHandler;

/// The boundary of real virtual machines: a trap is an entry of a vCPU and its exit for a port
/// access; an interrupt goes through the kernel's interrupt controller and the guest's IDT and ends
/// the wait in `hlt`. Guest and host share one process, as in a virtual machine monitor.
///
/// Interrupts never preempt guest Java: what it costs to kick a *running* vCPU is not measured.
public final class KvmBoundary implements LocalBoundary {
  private static final long STOP_NANOS = TimeUnit.SECONDS.toNanos(2);

  private final VirtualMachine machine;
  private final Firmware firmware;
  private final KvmLines lines;
  private final HaltTimer timer;
  private final Counters counters;
  private final boolean haltPollOffered;
  private final KvmStatistics statistics;
  private KvmVcpu vcpu;

  /// Creates the virtual machine around the memory.
  ///
  /// @param haltPollNanos how long the kernel polls for a halted vCPU before it lets the thread
  ///   sleep
  /// @throws org.hgbench.machine.os.OsException if the kernel refuses a step
  public KvmBoundary(MachineMemory memory, long haltPollNanos, Counters counters) {
    this.machine = new VirtualMachine(memory);
    this.counters = counters;
    this.firmware = new Firmware(memory.ram());
    this.lines = new KvmLines(machine.vm());
    this.timer = new HaltTimer(lines::kick);
    try {
      this.haltPollOffered = machine.haltPoll(haltPollNanos);
      boolean hasCounters = machine.capability(KvmHeader.CAP_BINARY_STATS_FD) != 0;
      this.statistics = hasCounters ? new KvmStatistics(machine.vcpu()) : null;
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  @Override
  public String name() {
    return "kvm";
  }

  /// Whether the kernel lets the time be chosen that a halted vCPU polls.
  public boolean haltPollOffered() {
    return haltPollOffered;
  }

  @Override
  public InterruptController interrupts() {
    return lines;
  }

  @Override
  public void connect(PortBus ports) {
    ports.claim(Firmware.FIRST_PORT, Firmware.PORTS, new ReservedPorts());
    vcpu =
        new KvmVcpu(
            machine,
            firmware,
            lines,
            timer,
            ports,
            counters.writer(Counters.Kind.TRAPS),
            counters.writer(Counters.Kind.INTERRUPTS));
  }

  @Override
  public Vcpu vcpu(int index) {
    if (index != 0) {
      throw new IndexOutOfBoundsException("boundary kvm has one vCPU: index=" + index);
    }
    return vcpu;
  }

  @Override
  public KernelCounters kernelCounters() {
    return statistics == null ? KernelCounters.NONE : statistics;
  }

  /// Enters the vCPU so many times with nothing around the system call, each time for the port
  /// access that it did last: the yardstick of a trap.
  public void enterOnly(int times) {
    vcpu.enterOnly(times);
  }

  /// Ends it. A guest thread that waits in `hlt` is thrown out.
  ///
  /// @throws IllegalStateException if the vCPU does not leave within two seconds; it is then left
  ///   alone, since its memory may not be unmapped
  @Override
  public void close() {
    long start = System.nanoTime();
    while (vcpu != null && !vcpu.stop()) {
      if (System.nanoTime() - start > STOP_NANOS) {
        throw new IllegalStateException("the vCPU does not leave its wait");
      }
      LockSupport.parkNanos(100_000);
    }
    timer.close();
    if (statistics != null) {
      statistics.close();
    }
    lines.close();
    machine.close();
  }

  /// The firmware's own ports, which only the firmware may use.
  private static final class ReservedPorts implements PortHandler {
    @Override
    public void out(int port, int width, int value) {
      throw new IllegalStateException("reserved port written: port=0x%x".formatted(port));
    }

    @Override
    public int in(int port, int width) {
      return PortBus.UNUSED;
    }
  }
}
