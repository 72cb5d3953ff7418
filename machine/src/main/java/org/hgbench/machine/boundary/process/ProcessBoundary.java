package org.hgbench.machine.boundary.process;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hgbench.machine.boundary.Boundary;
import org.hgbench.machine.boundary.KernelCounters;
import org.hgbench.machine.boundary.PlainAccess;
import org.hgbench.machine.boundary.Vcpu;
import org.hgbench.machine.counter.CounterValues;
import org.hgbench.machine.counter.Counters;
import org.hgbench.machine.memory.MachineMemory;
import org.hgbench.machine.memory.MemoryRegion;
import org.hgbench.machine.os.UnixSocket;
import org.hgbench.machine.settings.Settings;

/// The boundary between two processes: a trap is a system call of the guest thread that the kernel
/// hands to the host process, an interrupt a futex in the shared memory. One trap is two context
/// switches, so this boundary favours a transport that hands its work to other threads anyway.
public final class ProcessBoundary implements Boundary {
  private final ControlPage page;
  private final HostConnection host;
  private final ProcessVcpu vcpu;
  private final Watchdog watchdog;

  /// The region that the boundary itself needs in the machine's memory.
  public static MemoryRegion region() {
    return ControlPage.REGION;
  }

  /// Starts the host process, and hands the memory over.
  ///
  /// @param mainClass the host's program, which gets the name of the control socket
  /// @throws IllegalArgumentException if the host refuses the settings
  /// @throws IllegalStateException if it ends before it is ready
  public ProcessBoundary(
      Settings settings, MachineMemory memory, String mainClass, Counters counters) {
    this.page = new ControlPage(memory.window(ControlPage.REGION.name()));
    page.alive();
    String name = "hgbench-" + UUID.randomUUID();
    try (UnixSocket listening = UnixSocket.listen(name)) {
      Process process = HostJvm.start(mainClass, List.of(name));
      this.host = new HostConnection(process, page, listening);
    }
    try {
      host.start(text(settings), memory.file().descriptor());
      this.vcpu =
          new ProcessVcpu(
              page,
              host,
              new PlainAccess(memory),
              counters.writer(Counters.Kind.TRAPS),
              counters.writer(Counters.Kind.INTERRUPTS));
      this.watchdog = new Watchdog(page, host, vcpu);
    } catch (RuntimeException | Error e) {
      host.close();
      throw e;
    }
  }

  @Override
  public String name() {
    return "process";
  }

  @Override
  public Vcpu vcpu(int index) {
    if (index != 0) {
      throw new IndexOutOfBoundsException("boundary process has one vCPU: index=" + index);
    }
    return vcpu;
  }

  @Override
  public CounterValues distantCounters() {
    return host.counters();
  }

  @Override
  public KernelCounters kernelCounters() {
    return new ContextSwitches(vcpu::guestThread, host.process().pid(), host::emt);
  }

  /// Whether the kernel wakes either side on the other's processor (Linux 6.6); known once the
  /// guest has trapped.
  public boolean isSynchronous() {
    return host.isSynchronous();
  }

  /// Traps so many times with nothing around the system call, and the host's EMT answers without
  /// looking at what is wanted: the yardstick of a trap. The guest must have trapped once.
  public void trapOnly(int times) {
    vcpu.trapOnly(times);
  }

  /// The process of the host.
  public ProcessHandle hostProcess() {
    return host.process().toHandle();
  }

  @Override
  public void close() {
    watchdog.close();
    host.close();
  }

  private static String text(Settings settings) {
    return settings.all().entrySet().stream()
        .map(setting -> setting.getKey() + " = " + setting.getValue())
        .collect(Collectors.joining("\n"));
  }
}
