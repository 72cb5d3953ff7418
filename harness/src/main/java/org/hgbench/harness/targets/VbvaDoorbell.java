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

/// Records through the VBVA ring in Linux's geometry: the guest rings the doorbell when the ring is
/// full, and the host drains it within the trap, which costs nothing here but its software.
final class VbvaDoorbell implements Contender {
  private final Machine machine;
  private final VgaDevice device;
  private final CountingDisplay display;
  private final RingWriter ring;
  private long sequence;

  VbvaDoorbell() {
    machine = Machine.open(Settings.of(Map.of("Devices/vga/0/Config/VRamSize", "4M")));
    device = machine.host().device("vga/0", VgaDevice.class);
    display = device.display(CountingDisplay.class);
    GuestMemory vram = machine.memory().window("vga/0/vram");
    HgsmiGuest guest = HgsmiGuest.withPool(machine.vcpu(0), vram, HgsmiGuest.LINUX_HEAP_BYTES);
    ring = RingWriter.linux(guest, VramMap.linux(vram.bytes(), 1), 0, RingWriter.WhenFull.FLUSH);
    int status = ring.enable();
    if (status != 0) {
      throw new IllegalStateException("the host refused the ring: status=" + status);
    }
  }

  @Override
  public String name() {
    return "VBVA ring, doorbell every 63 records";
  }

  @Override
  public void run(int operations) {
    for (int i = 0; i < operations; i++) {
      if (!ring.append(Record64.word(sequence++), Record64.WORDS)) {
        throw new IllegalStateException("no room in the VBVA ring");
      }
    }
    ring.flush();
  }

  @Override
  public long end() {
    return device.whileStill(display::sum);
  }

  @Override
  public void close() {
    machine.close();
  }
}
