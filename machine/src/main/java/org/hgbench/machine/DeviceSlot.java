package org.hgbench.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hgbench.machine.device.DeviceProvider;
import org.hgbench.machine.memory.MemoryRegion;
import org.hgbench.machine.settings.Settings;

/// A device that the settings ask for, before it is created. Guest and host read the same slots, so
/// both know the regions and the interrupt line.
///
/// @param provider makes it
/// @param instance its number among those of its kind
/// @param config its settings
/// @param line its interrupt line
record DeviceSlot(DeviceProvider provider, int instance, Settings config, int line) {
  /// Kind and instance, such as `vga/0`.
  String path() {
    return provider.name() + "/" + instance;
  }

  List<MemoryRegion> regions() {
    return provider.regions(instance, config);
  }

  /// The slots of `Devices/NAME/INSTANCE`, in alphabetical order.
  ///
  /// @throws IllegalArgumentException if no provider has that name, or the instance is no number
  static List<DeviceSlot> of(Settings settings) {
    Map<String, DeviceProvider> providers =
        ServiceLoader.load(DeviceProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .collect(
                Collectors.toMap(
                    DeviceProvider::name,
                    provider -> provider,
                    (a, b) -> {
                      throw new IllegalArgumentException(
                          "device '%s' is provided twice: by %s and %s"
                              .formatted(a.name(), a.getClass().getName(), b.getClass().getName()));
                    },
                    TreeMap::new));
    List<DeviceSlot> slots = new ArrayList<>();
    Settings devices = settings.at("Devices");
    for (String name : devices.children()) {
      DeviceProvider provider = providers.get(name);
      if (provider == null) {
        throw new IllegalArgumentException(
            "setting Devices/%s: no such device; there are %s".formatted(name, providers.keySet()));
      }
      for (String instance : devices.at(name).children()) {
        Settings slot = devices.at(name).at(instance);
        if (!slot.flag("Enabled", true)) {
          slot.dismiss();
        } else {
          slots.add(
              new DeviceSlot(
                  provider, instanceNumber(name, instance), slot.at("Config"), slots.size()));
        }
      }
    }
    return slots;
  }

  private static int instanceNumber(String name, String instance) {
    try {
      return Integer.parseUnsignedInt(instance);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "setting Devices/%s/%s: '%s' is not an instance number such as 0"
              .formatted(name, instance, instance),
          e);
    }
  }
}
