package org.hgbench.harness.transport;

import java.util.List;
import org.hgbench.hgcm.guest.WaitMode;
import org.hgbench.machine.Machine;
import org.hgbench.machine.boundary.Vcpu;

/// Everything that a guest does with a transport: it looks for the device, sets itself up, asks,
/// sends, and looks whether all has arrived.
enum Session {
  HGSMI("Devices/vga/0/Config/VRamSize = 1M") {
    @Override
    void run(Machine machine, Vcpu vcpu) {
      HgsmiClient client = new HgsmiClient(machine, vcpu);
      client.echo(20, 22);
      client.sink(BULK_BYTES, 1);
      client.query();
    }
  },

  HGCM_IRQ("Devices/vmm/0/Enabled = true") {
    @Override
    void run(Machine machine, Vcpu vcpu) {
      call(new HgcmClient(machine, vcpu, WaitMode.IRQ));
    }
  },

  HGCM_POLL("Devices/vmm/0/Enabled = true") {
    @Override
    void run(Machine machine, Vcpu vcpu) {
      call(new HgcmClient(machine, vcpu, WaitMode.POLL));
    }
  };

  /// How much is sent at once.
  static final int BULK_BYTES = 65_533;

  private final String device;

  Session(String device) {
    this.device = device;
  }

  /// What the machine needs for it.
  List<String> settings() {
    return List.of("RamSize = 4M", device);
  }

  /// Does it from the beginning to the end.
  abstract void run(Machine machine, Vcpu vcpu);

  private static void call(HgcmClient client) {
    client.echo(20, 22);
    client.sink(1);
    client.query();
  }
}
