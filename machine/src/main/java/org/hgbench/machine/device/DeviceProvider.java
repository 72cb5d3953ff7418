package org.hgbench.machine.device;

import java.util.List;
import org.hgbench.machine.memory.MemoryRegion;
import org.hgbench.machine.settings.Settings;

/// Makes devices of one kind. Found with [java.util.ServiceLoader], so that a jar on the class path
/// can bring its own.
///
/// The settings tree says which devices a machine has: `Devices/NAME/INSTANCE/Config/...`, where
/// `NAME` is [#name]. A device without settings of its own is asked for by
/// `Devices/NAME/INSTANCE/Enabled = true`.
public interface DeviceProvider {
  /// The kind of device, as written in the settings tree: `vga`, `vmm`, ...
  String name();

  /// The memory that the device brings into the machine's address space, before it is mapped.
  /// Region names begin with `name/instance/`.
  List<MemoryRegion> regions(int instance, Settings config);

  /// Creates a device, which claims its ports on the way.
  Device create(DeviceContext context);
}
