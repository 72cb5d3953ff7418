package org.hgbench.harness.targets;

import java.util.Map;
import org.hgbench.hgsmi.guest.HgsmiGuest;
import org.hgbench.hgsmi.guest.RingWriter;
import org.hgbench.hgsmi.guest.VramMap;
import org.hgbench.hgsmi.host.VgaDevice;
import org.hgbench.hgsmi.host.display.CountingDisplay;
import org.hgbench.machine.Machine;
import org.hgbench.machine.memory.GuestMemory;
import org.hgbench.machine.settings.Settings;

/// A machine whose traps cost nothing, with one enabled ring of Linux's size.
final class VbvaMachine implements AutoCloseable {
  private static final Settings SETTINGS =
      Settings.of(Map.of("Boundary/Name", "simulated", "Devices/vga/0/Config/VRamSize", "4M"));

  private final Machine machine = Machine.open(SETTINGS);
  private final VgaDevice device = machine.host().device("vga/0", VgaDevice.class);
  private final CountingDisplay display = device.display(CountingDisplay.class);
  private final RingWriter ring;
  private long sequence;

  VbvaMachine(RingWriter.WhenFull whenFull) {
    GuestMemory vram = machine.memory().window("vga/0/vram");
    HgsmiGuest guest = HgsmiGuest.withPool(machine.vcpu(0), vram, HgsmiGuest.LINUX_HEAP_BYTES);
    ring = RingWriter.linux(guest, VramMap.linux(vram.bytes(), 1), 0, whenFull);
    int status = ring.enable();
    if (status != 0) {
      throw new IllegalStateException("the host refused the ring: status=" + status);
    }
  }

  VgaDevice device() {
    return device;
  }

  RingWriter ring() {
    return ring;
  }

  /// Writes so many records.
  void write(int records) {
    for (int i = 0; i < records; i++) {
      if (!ring.append(Record64.word(sequence++), Record64.WORDS)) {
        throw new IllegalStateException("no room in the VBVA ring");
      }
    }
  }

  /// The sum of all bytes that came out of the ring.
  long received() {
    return device.whileStill(display::sum);
  }

  @Override
  public void close() {
    machine.close();
  }
}
