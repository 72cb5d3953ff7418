package org.hgbench.hgcm.host;

import java.util.List;
import org.hgbench.hgcm.host.connector.ServiceConnector;
import org.hgbench.hgcm.wire.VmmDevMemory;
import org.hgbench.machine.device.Device;
import org.hgbench.machine.device.DeviceContext;
import org.hgbench.machine.device.DeviceProvider;
import org.hgbench.machine.memory.MemoryRegion;
import org.hgbench.machine.settings.Settings;

/// Makes VMM devices: `Devices/vmm/0/...`.
public final class VmmDeviceProvider implements DeviceProvider {
  private static final long FIRST_BAR = 0xF000_0000L;

  /// Creates the provider.
  public VmmDeviceProvider() {}

  @Override
  public String name() {
    return "vmm";
  }

  @Override
  public List<MemoryRegion> regions(int instance, Settings config) {
    return List.of(
        new MemoryRegion(
            "vmm/%d/mmio2".formatted(instance),
            FIRST_BAR + (long) instance * VmmDevMemory.BAR_BYTES,
            VmmDevMemory.BAR_BYTES));
  }

  @Override
  public Device create(DeviceContext context) {
    return new VmmDevice(context, ServiceConnector.open(context.config(), context.counters()));
  }
}
