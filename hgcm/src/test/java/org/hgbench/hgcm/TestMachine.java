package org.hgbench.hgcm;

import java.util.List;
import java.util.stream.Stream;
import org.hgbench.hgcm.guest.Acknowledgement;
import org.hgbench.hgcm.guest.HgcmGuest;
import org.hgbench.hgcm.host.VmmDevice;
import org.hgbench.hgcm.host.connector.ServiceConnector;
import org.hgbench.hgcm.wire.IoPorts;
import org.hgbench.machine.GuestThread;
import org.hgbench.machine.Machine;
import org.hgbench.machine.boundary.Vcpu;
import org.hgbench.machine.counter.CounterValues;
import org.hgbench.machine.memory.GuestMemory;
import org.hgbench.machine.memory.PageAllocator;
import org.hgbench.machine.settings.Settings;

/// A machine with a VMM device, and a guest that has not reported itself yet.
public final class TestMachine implements AutoCloseable {
  private static final String DEVICE = "Devices/vmm/0/Enabled = true";
  private static final String WITNESS = "Devices/vmmwitness/0/Enabled = true";

  /// As much of RAM as most tests use.
  private static final long USED_BYTES = 2 << 20;

  private final Machine machine;
  private final PageAllocator pages;
  private final VmmHost host;
  private final boolean isShared;

  private TestMachine(Machine machine, boolean isShared) {
    this.machine = machine;
    this.pages = new PageAllocator(Machine.FIRMWARE_BYTES, machine.ram().bytes());
    this.host = new VmmHost(machine);
    this.isShared = isShared;
  }

  /// A thread whose machines have a VMM device.
  static GuestThread guestThread() {
    return new GuestThread(DEVICE, WITNESS);
  }

  /// Takes the machine of such a thread, and makes it as good as new.
  static TestMachine of(GuestThread guest) {
    TestMachine machine = new TestMachine(guest.machine(), true);
    machine.host.reset();
    machine.ram().clear(Machine.FIRMWARE_BYTES, USED_BYTES);
    return machine;
  }

  /// Opens a machine with settings on top of the usual ones, each `key = value`.
  public static TestMachine with(String... settings) {
    List<String> lines = Stream.concat(Stream.of(DEVICE, WITNESS), Stream.of(settings)).toList();
    return new TestMachine(Machine.open(Settings.parse(lines)), false);
  }

  public HgcmGuest guest() {
    return guest(Acknowledgement.REQUEST);
  }

  public HgcmGuest guest(Acknowledgement acknowledgement) {
    return new HgcmGuest(
        vcpu(), ram(), mmio2(), pages, IoPorts.DEFAULT_BASE, line(), acknowledgement);
  }

  /// A guest on a vCPU of the test's own making.
  HgcmGuest guest(Vcpu vcpu) {
    return new HgcmGuest(vcpu, ram(), mmio2(), pages, IoPorts.DEFAULT_BASE, line());
  }

  /// A guest that has reported itself.
  public HgcmGuest probedGuest() {
    HgcmGuest guest = guest();
    guest.probe();
    return guest;
  }

  public Vcpu vcpu() {
    return machine.vcpu(0);
  }

  public GuestMemory ram() {
    return machine.ram();
  }

  public GuestMemory mmio2() {
    return machine.memory().window("vmm/0/mmio2");
  }

  public PageAllocator pages() {
    return pages;
  }

  public int line() {
    return machine.line("vmm/0");
  }

  /// The host's side, wherever it is.
  VmmHost host() {
    return host;
  }

  /// The device, where the host is in this process.
  public VmmDevice device() {
    return machine.host().device("vmm/0", VmmDevice.class);
  }

  public ServiceConnector connector() {
    return (ServiceConnector) device().connector();
  }

  public Machine machine() {
    return machine;
  }

  public CounterValues counters() {
    return machine.counters();
  }

  /// Closes it, unless it belongs to a [GuestThread].
  @Override
  public void close() {
    if (!isShared) {
      machine.close();
    }
  }
}
