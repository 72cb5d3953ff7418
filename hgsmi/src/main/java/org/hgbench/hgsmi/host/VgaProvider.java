package org.hgbench.hgsmi.host;

import java.util.List;
import org.hgbench.machine.device.Device;
import org.hgbench.machine.device.DeviceContext;
import org.hgbench.machine.device.DeviceProvider;
import org.hgbench.machine.memory.MemoryRegion;
import org.hgbench.machine.settings.Settings;

/// Makes VGA devices.
///
/// | setting | default | meaning |
/// |---|---|---|
/// | `VRamSize` | 16M | size of VRAM, 1M to 256M, whole pages |
/// | `MonitorCount` | 1 | screens, 1 to 64 |
/// | `Display/Driver` | `counting` | the display driver behind the device |
/// | `Channels/NAME/Enabled` | true | whether a channel is plugged in |
public final class VgaProvider implements DeviceProvider {
  /// The short name of the region that guest and host share.
  public static final String VRAM = "vram";

  private static final long FIRST_ADDRESS = 0xE000_0000L;
  private static final long LARGEST = 256L << 20;
  private static final long SMALLEST = 1L << 20;
  private static final int MOST_MONITORS = 64;
  private static final long DEFAULT = 16L << 20;

  /// For [java.util.ServiceLoader].
  public VgaProvider() {}

  @Override
  public String name() {
    return "vga";
  }

  @Override
  public List<MemoryRegion> regions(int instance, Settings config) {
    long bytes = config.size("VRamSize", DEFAULT);
    if (bytes < SMALLEST || bytes > LARGEST || bytes % MemoryRegion.PAGE != 0) {
      throw new IllegalArgumentException(
          "setting Devices/vga/%d/Config/VRamSize: %d bytes is not between 1M and 256M in whole pages"
              .formatted(instance, bytes));
    }
    return List.of(new MemoryRegion("vga/" + instance + "/" + VRAM, address(instance), bytes));
  }

  @Override
  public Device create(DeviceContext context) {
    int monitors = context.config().integer("MonitorCount", 1);
    if (monitors < 1 || monitors > MOST_MONITORS) {
      throw new IllegalArgumentException(
          "setting Devices/vga/%d/Config/MonitorCount: %d is not between 1 and %d"
              .formatted(context.instance(), monitors, MOST_MONITORS));
    }
    return new VgaDevice(context, address(context.instance()), monitors);
  }

  private static long address(int instance) {
    return FIRST_ADDRESS + instance * LARGEST;
  }
}
