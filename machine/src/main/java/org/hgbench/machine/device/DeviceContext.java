package org.hgbench.machine.device;

import org.hgbench.machine.counter.Counters;
import org.hgbench.machine.interrupt.InterruptLine;
import org.hgbench.machine.memory.GuestMemory;
import org.hgbench.machine.memory.MachineMemory;
import org.hgbench.machine.port.PortBus;
import org.hgbench.machine.settings.Settings;

/// What a device is given when it is plugged in.
///
/// @param name the kind of device
/// @param instance its number among those of its kind, from 0
/// @param config its settings, `Devices/NAME/INSTANCE/Config`
/// @param memory the machine's memory
/// @param ports the bus to claim ports on
/// @param line its interrupt line
/// @param counters where it counts hand-overs and copies
public record DeviceContext(
    String name,
    int instance,
    Settings config,
    MachineMemory memory,
    PortBus ports,
    InterruptLine line,
    Counters counters) {
  /// Guest RAM.
  public GuestMemory ram() {
    return memory.ram();
  }

  /// A region of the device's own, by the last part of its name.
  public GuestMemory region(String shortName) {
    return memory.window("%s/%d/%s".formatted(name, instance, shortName));
  }
}
