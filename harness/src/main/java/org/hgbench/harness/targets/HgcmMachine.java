package org.hgbench.harness.targets;

import java.util.HashMap;
import java.util.Map;
import org.hgbench.hgcm.guest.Acknowledgement;
import org.hgbench.hgcm.guest.HgcmCall;
import org.hgbench.hgcm.guest.HgcmGuest;
import org.hgbench.hgcm.guest.WaitMode;
import org.hgbench.hgcm.wire.Status;
import org.hgbench.machine.Machine;
import org.hgbench.machine.memory.PageAllocator;
import org.hgbench.machine.settings.Settings;

/// A machine with a VMM device, for contenders.
final class HgcmMachine implements AutoCloseable {
  private static final int IO_BASE = 0xD020;
  private static final String DEVICE = "Devices/vmm/0/Config/";

  private final Machine machine;
  private final PageAllocator pages;

  /// Opens it.
  ///
  /// @param settings of the machine; what begins with `vmm:` is the device's
  HgcmMachine(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>();
    all.put(DEVICE + "IoBase", Integer.toString(IO_BASE));
    settings.forEach((key, value) -> all.put(key.replace("vmm:", DEVICE), value));
    machine = Machine.open(Settings.of(all));
    pages = new PageAllocator(Machine.FIRMWARE_BYTES, machine.ram().bytes());
  }

  /// A guest that acknowledges by request, as Linux does.
  HgcmGuest guest() {
    return guest(Acknowledgement.REQUEST);
  }

  /// A guest that has reported itself.
  HgcmGuest guest(Acknowledgement acknowledgement) {
    HgcmGuest guest =
        new HgcmGuest(
            machine.vcpu(0),
            machine.ram(),
            machine.memory().window("vmm/0/mmio2"),
            pages,
            IO_BASE,
            machine.line("vmm/0"),
            acknowledgement);
    guest.probe();
    return guest;
  }

  /// Makes a call that must succeed.
  static void run(HgcmCall call, WaitMode wait) {
    int result = call.run(wait);
    if (result != Status.SUCCESS) {
      throw new IllegalStateException("call failed: result=" + result + " rc=" + call.rc());
    }
  }

  @Override
  public void close() {
    machine.close();
  }
}
