package org.hgbench.hgcm;

import java.util.List;
import java.util.stream.Stream;
import org.hgbench.hgcm.guest.Acknowledgement;
import org.hgbench.hgcm.guest.HgcmGuest;
import org.hgbench.hgcm.host.VmmDevice;
import org.hgbench.hgcm.host.connector.ServiceConnector;
import org.hgbench.hgcm.wire.IoPorts;
import org.hgbench.machine.Machine;
import org.hgbench.machine.boundary.Vcpu;
import org.hgbench.machine.counter.CounterValues;
import org.hgbench.machine.memory.GuestMemory;
import org.hgbench.machine.memory.PageAllocator;
import org.hgbench.machine.settings.Settings;

/// A machine with a VMM device, and a guest that has not reported itself yet.
public final class TestMachine implements AutoCloseable {
  private final Machine machine;
  private final PageAllocator pages;

  private TestMachine(Machine machine) {
    this.machine = machine;
    this.pages = new PageAllocator(Machine.FIRMWARE_BYTES, machine.ram().bytes());
  }

  /// Opens a machine with settings on top of the usual ones, each `key = value`.
  public static TestMachine with(String... settings) {
    List<String> lines =
        Stream.concat(Stream.of("Devices/vmm/0/Enabled = true"), Stream.of(settings)).toList();
    return new TestMachine(Machine.open(Settings.parse(lines)));
  }

  public HgcmGuest guest() {
    return guest(Acknowledgement.REQUEST);
  }

  public HgcmGuest guest(Acknowledgement acknowledgement) {
    return new HgcmGuest(
        vcpu(), ram(), mmio2(), pages, IoPorts.DEFAULT_BASE, line(), acknowledgement);
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

  @Override
  public void close() {
    machine.close();
  }
}
