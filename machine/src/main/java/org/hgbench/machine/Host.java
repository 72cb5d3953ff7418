package org.hgbench.machine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hgbench.machine.counter.Counters;
import org.hgbench.machine.device.Device;
import org.hgbench.machine.device.DeviceContext;
import org.hgbench.machine.device.Devices;
import org.hgbench.machine.interrupt.InterruptController;
import org.hgbench.machine.interrupt.InterruptLine;
import org.hgbench.machine.memory.MachineMemory;
import org.hgbench.machine.port.PortBus;

/// The host's side of a machine: the port bus and the devices on it.
public final class Host implements Devices, AutoCloseable {
  private final PortBus ports = new PortBus();
  private final Map<String, Device> devices = new LinkedHashMap<>();

  /// Plugs the devices in, in the order of their slots, and then tells each that all are there. If
  /// one refuses, the others are closed.
  Host(
      List<DeviceSlot> slots,
      MachineMemory memory,
      InterruptController interrupts,
      Counters counters) {
    try {
      for (DeviceSlot slot : slots) {
        InterruptLine line = new InterruptLine(slot.line(), interrupts);
        devices.put(
            slot.path(),
            slot.provider()
                .create(
                    new DeviceContext(
                        slot.provider().name(),
                        slot.instance(),
                        slot.config(),
                        memory,
                        ports,
                        line,
                        counters)));
      }
      devices.values().forEach(device -> device.plugged(this));
    } catch (RuntimeException | Error e) {
      try {
        close();
      } catch (RuntimeException closing) {
        e.addSuppressed(closing);
      }
      throw e;
    }
  }

  /// The bus with every device's ports.
  public PortBus ports() {
    return ports;
  }

  @Override
  public <T extends Device> T device(String path, Class<T> type) {
    Device device = devices.get(path);
    if (!type.isInstance(device)) {
      throw new IllegalArgumentException(
          "no %s at '%s'; there are %s".formatted(type.getSimpleName(), path, devices.keySet()));
    }
    return type.cast(device);
  }

  /// Resets every device.
  public void reset() {
    devices.values().forEach(Device::reset);
  }

  /// Closes the devices, the last one first; all of them, even if one throws.
  @Override
  public void close() {
    RuntimeException failure = null;
    for (Device device : new ArrayList<>(devices.values()).reversed()) {
      try {
        device.close();
      } catch (RuntimeException e) {
        if (failure == null) {
          failure = e;
        } else {
          failure.addSuppressed(e);
        }
      }
    }
    devices.clear();
    if (failure != null) {
      throw failure;
    }
  }
}
