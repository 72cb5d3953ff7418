package org.hgbench.hgsmi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hgbench.hgsmi.guest.HgsmiGuest;
import org.hgbench.hgsmi.host.VgaDevice;
import org.hgbench.hgsmi.wire.BufferHeader;
import org.hgbench.hgsmi.wire.HgsmiBuffer;
import org.hgbench.hgsmi.wire.HgsmiPorts;
import org.hgbench.machine.Machine;
import org.hgbench.machine.boundary.Vcpu;
import org.hgbench.machine.memory.GuestMemory;
import org.hgbench.machine.settings.Settings;

/// A machine with a VGA device, for tests, with the guest's and the host's end in reach.
public final class VgaMachine implements AutoCloseable {
  /// The size of its VRAM unless the settings say otherwise.
  public static final int VRAM_BYTES = 1 << 20;

  private final Machine machine;
  private final VgaDevice device;
  private final List<Integer> faults = new ArrayList<>();

  /// Opens it with further settings, such as `Devices/vga/0/Config/VRamSize`.
  public VgaMachine(Map<String, String> settings) {
    Map<String, String> all = new TreeMap<>(settings);
    all.putIfAbsent("Devices/vga/0/Config/VRamSize", Integer.toString(VRAM_BYTES));
    all.putIfAbsent("RamSize", "2M");
    this.machine = Machine.open(Settings.of(all));
    this.device = machine.host().device("vga/0", VgaDevice.class);
    device.observe((offset, status) -> faults.add(status));
  }

  /// Opens it with 1 MiB of VRAM.
  public VgaMachine() {
    this(Map.of());
  }

  /// The machine.
  public Machine machine() {
    return machine;
  }

  /// The device.
  public VgaDevice device() {
    return device;
  }

  /// The first vCPU.
  public Vcpu vcpu() {
    return machine.vcpu(0);
  }

  /// The memory that guest and host share.
  public GuestMemory vram() {
    return machine.memory().window("vga/0/vram");
  }

  /// A guest driver with the heap that Linux has.
  public HgsmiGuest guest() {
    return HgsmiGuest.withPool(vcpu(), vram(), HgsmiGuest.LINUX_HEAP_BYTES);
  }

  /// Seals a buffer around what is there and submits it.
  ///
  /// @return the status that the guest is not told
  public int submit(int offset, int dataSize, int channel, int channelInfo) {
    HgsmiBuffer.seal(vram(), offset, BufferHeader.single(dataSize, channel, channelInfo));
    return ring(offset);
  }

  /// Writes an offset to the port.
  ///
  /// @return the status that the guest is not told, 0 if none was reported
  public int ring(int offset) {
    faults.clear();
    vcpu().out(HgsmiPorts.GUEST, offset);
    return faults.isEmpty() ? 0 : faults.getFirst();
  }

  @Override
  public void close() {
    machine.close();
  }
}
