package org.hgbench.machine;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.hgbench.machine.boundary.process.HostEnd;
import org.hgbench.machine.counter.Counters;
import org.hgbench.machine.memory.MachineMemory;
import org.hgbench.machine.memory.MemoryRegion;
import org.hgbench.machine.os.MemoryFile;
import org.hgbench.machine.settings.Settings;
import org.hgbench.machine.trace.Stamps;

/// The program of the host process of the boundary `process`: the devices, and nothing of the
/// guest.
final class HostProcess {
  private static final long MOST_CLOSING_NANOS = 1_000_000_000;

  private HostProcess() {}

  /// Runs devices until the guest is done.
  ///
  /// @param args the name of the guest's control socket
  public static void main(String[] args) {
    HostEnd guest = new HostEnd(args[0]);
    Host host;
    Counters counters = new Counters();
    try {
      host = build(guest, counters);
    } catch (RuntimeException e) {
      guest.refuse(e);
      System.exit(HostEnd.FAILED);
      return;
    }
    guest.serve(host.ports(), counters);
    haltLater();
    host.close();
    // The memory stays mapped: a guest that was killed may have left a trap half served. Nothing is
    // left to be done on exit, and libraries' hooks would only take their time.
    Runtime.getRuntime().halt(0);
  }

  private static Host build(HostEnd guest, Counters counters) {
    Settings settings = guest.settings();
    settings.at("Boundary").dismiss();
    settings.integer("Vcpus", 1);
    // Every thread that devices and boundary start from here on inherits this.
    Machine.placement(settings).pinHost();
    List<DeviceSlot> slots = DeviceSlot.of(settings);
    List<MemoryRegion> regions = Machine.sharedRegions(settings, slots);
    long bytes = regions.stream().mapToLong(MemoryRegion::bytes).sum();
    MachineMemory memory = MachineMemory.map(regions, MemoryFile.adopt(guest.memoryFile(), bytes));
    Stamps.attach(memory);
    Host host = new Host(slots, memory, guest.attach(memory), counters);
    try {
      Machine.rejectUnusedSettings(settings);
    } catch (IllegalArgumentException e) {
      host.close();
      throw e;
    }
    return host;
  }

  /// Ends the process even if a device does not.
  private static void haltLater() {
    Thread.ofPlatform()
        .daemon()
        .start(() -> {
          long start = System.nanoTime();
          while (System.nanoTime() - start < MOST_CLOSING_NANOS) {
            LockSupport.parkNanos(MOST_CLOSING_NANOS);
          }
          Runtime.getRuntime().halt(HostEnd.FAILED);
        });
  }
}
