package org.hgbench.fuzz;

import java.util.List;
import java.util.stream.Stream;
import org.hgbench.hgcm.guest.HgcmGuest;
import org.hgbench.hgcm.host.VmmDevice;
import org.hgbench.hgcm.host.connector.ServiceConnector;
import org.hgbench.hgcm.wire.IoPorts;
import org.hgbench.hgcm.wire.Requestor;
import org.hgbench.machine.Machine;
import org.hgbench.machine.memory.GuestMemory;
import org.hgbench.machine.memory.PageAllocator;
import org.hgbench.machine.settings.Settings;

/// A host of HGCM with an honest driver, and memory for one that is not.
final class HgcmHost implements AutoCloseable {
  static final List<String> SERVICES =
      List.of(
          "HgbenchSink", "HgbenchEcho", "HgbenchMessages", "VBoxGuestPropSvc", "VBoxSharedFolders");

  /// How much memory the input may write.
  static final int BYTES = 1 << 16;

  private final Machine machine;
  private final VmmDevice device;
  private final HgcmGuest guest;
  private final long memory;

  HgcmHost(String... settings) {
    machine =
        Machine.open(
            Settings.parse(
                Stream.concat(
                        Stream.of("RamSize = 4M", "Devices/vmm/0/Enabled = true"),
                        Stream.of(settings))
                    .toList()));
    device = machine.host().device("vmm/0", VmmDevice.class);
    PageAllocator pages = new PageAllocator(Machine.FIRMWARE_BYTES, machine.ram().bytes());
    guest =
        new HgcmGuest(
            machine.vcpu(0),
            machine.ram(),
            machine.memory().window("vmm/0/mmio2"),
            pages,
            IoPorts.DEFAULT_BASE,
            machine.line("vmm/0"));
    memory = pages.allocate(BYTES);
  }

  @Override
  public void close() {
    machine.close();
  }

  /// The state in which every input begins.
  void begin() {
    machine.host().reset();
    ram().clear(memory, BYTES);
    guest.probe();
  }

  /// What must hold behind every input: services threw nothing, nothing is left in flight.
  void end() {
    settle();
    machine.host().reset();
    Throwable failure = connector().failure();
    if (failure != null) {
      throw new AssertionError("a service threw", failure);
    }
    if (device.requestsInFlight() != 0
        || device.buffersInUse() != 0
        || connector().callCount() != 0
        || connector().clientCount() != 0) {
      throw new AssertionError("something survives a reset");
    }
    for (Requestor.Pool pool : Requestor.Pool.values()) {
      if (device.budgetUsed(pool) != 0) {
        throw new AssertionError("budget of %s: %d".formatted(pool, device.budgetUsed(pool)));
      }
    }
  }

  /// Waits until the services have seen everything.
  void settle() {
    SERVICES.forEach(service -> connector().onServiceThread(service, () -> {}));
  }

  ServiceConnector connector() {
    return (ServiceConnector) device.connector();
  }

  HgcmGuest guest() {
    return guest;
  }

  GuestMemory ram() {
    return machine.ram();
  }

  /// Where the input's memory is, in guest RAM.
  long memory() {
    return memory;
  }

  void submit(int address) {
    machine.vcpu(0).out(IoPorts.DEFAULT_BASE + IoPorts.REQUEST, address);
  }

  void acknowledge() {
    machine.vcpu(0).in(IoPorts.DEFAULT_BASE + IoPorts.FAST);
  }
}
