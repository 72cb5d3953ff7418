package org.example.parcel;

import java.util.List;
import org.hgbench.machine.device.Device;
import org.hgbench.machine.device.DeviceContext;
import org.hgbench.machine.device.DeviceProvider;
import org.hgbench.machine.device.PciIdentity;
import org.hgbench.machine.memory.GuestMemory;
import org.hgbench.machine.memory.MemoryRegion;
import org.hgbench.machine.port.PortHandler;
import org.hgbench.machine.settings.Settings;

/// A device with a box of shared memory and a doorbell: on each ring it answers the two words in
/// the box with two others.
///
/// Setting: `Devices/parcel/0/Config/Increment`, what it adds to each answer (1).
public final class ParcelDevice implements Device, PortHandler {
  static final int DOORBELL = 0x5E0;
  static final long BOX = 0xD000_0000L;

  private final GuestMemory box;
  private final int increment;

  ParcelDevice(DeviceContext context) {
    box = context.region("box");
    increment = context.config().integer("Increment", 1);
    context.ports().claim(DOORBELL, 1, this);
  }

  @Override
  public void out(int port, int width, int value) {
    long first = box.u64(0);
    long second = box.u64(8);
    box.u64(0, second);
    box.u64(8, first + increment);
  }

  @Override
  public int in(int port, int width) {
    return increment;
  }

  @Override
  public PciIdentity identity() {
    return new PciIdentity(0x1234, 0x0001, 0x0880, List.of());
  }

  @Override
  public void reset() {
    box.u64(0, 0);
    box.u64(8, 0);
  }

  @Override
  public void close() {
    // Holds nothing of its own.
  }

  /// Found with the ServiceLoader by its name, `parcel`.
  public static final class Provider implements DeviceProvider {
    /// For the ServiceLoader.
    public Provider() {}

    @Override
    public String name() {
      return "parcel";
    }

    @Override
    public List<MemoryRegion> regions(int instance, Settings config) {
      return List.of(new MemoryRegion("parcel/" + instance + "/box", BOX, MemoryRegion.PAGE));
    }

    @Override
    public Device create(DeviceContext context) {
      return new ParcelDevice(context);
    }
  }
}
