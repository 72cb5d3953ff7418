package org.hgbench.hgsmi;

import java.util.Map;
import java.util.TreeMap;
import org.hgbench.hgsmi.guest.HgsmiGuest;
import org.hgbench.hgsmi.host.VgaDevice;
import org.hgbench.hgsmi.wire.BufferHeader;
import org.hgbench.hgsmi.wire.HgsmiBuffer;
import org.hgbench.hgsmi.wire.HgsmiPorts;
import org.hgbench.machine.GuestThread;
import org.hgbench.machine.Machine;
import org.hgbench.machine.boundary.Vcpu;
import org.hgbench.machine.memory.GuestMemory;
import org.hgbench.machine.settings.Settings;

/// A machine with a VGA device, for tests, with the guest's and the host's end in reach.
public final class VgaMachine implements AutoCloseable {
  /// The size of its VRAM unless the settings say otherwise.
  public static final int VRAM_BYTES = 1 << 20;

  private static final String[] SHARED = {
    "Devices/vga/0/Config/VRamSize = " + VRAM_BYTES,
    "Devices/vga/0/Config/MonitorCount = 2",
    "Devices/vgawitness/0/Enabled = true",
    "RamSize = 2M"
  };

  private final Machine machine;
  private final VgaHost host;
  private final boolean isShared;

  /// Opens it with further settings, such as `Devices/vga/0/Config/VRamSize`.
  public VgaMachine(Map<String, String> settings) {
    Map<String, String> all = new TreeMap<>(settings);
    all.putIfAbsent("Devices/vga/0/Config/VRamSize", Integer.toString(VRAM_BYTES));
    all.putIfAbsent("RamSize", "2M");
    all.put("Devices/vgawitness/0/Enabled", "true");
    this.machine = Machine.open(Settings.of(all));
    this.host = new VgaHost(machine);
    this.isShared = false;
  }

  /// Takes the machine of a thread of [#guestThread], and makes it as good as new.
  public VgaMachine(GuestThread guest) {
    this.machine = guest.machine();
    this.host = new VgaHost(machine);
    this.isShared = true;
    host.reset();
    vram().clear(0, VRAM_BYTES);
  }

  /// A thread whose machines have two monitors and 1 MiB of VRAM.
  public static GuestThread guestThread() {
    return new GuestThread(SHARED);
  }

  /// Opens it with 1 MiB of VRAM.
  public VgaMachine() {
    this(Map.of());
  }

  /// The machine.
  public Machine machine() {
    return machine;
  }

  /// The device, where the host is in this process.
  public VgaDevice device() {
    return machine.host().device("vga/0", VgaDevice.class);
  }

  /// The host's side, wherever it is.
  public VgaHost host() {
    return host;
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
    host.fault();
    vcpu().out(HgsmiPorts.GUEST, offset);
    return host.fault();
  }

  /// Closes it, unless it belongs to a [GuestThread].
  @Override
  public void close() {
    if (!isShared) {
      machine.close();
    }
  }
}
