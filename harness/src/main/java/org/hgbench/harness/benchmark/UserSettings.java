package org.hgbench.harness.benchmark;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hgbench.harness.link.Workload;
import org.hgbench.machine.settings.Settings;

/// What the user set on the command line, as a fork receives it.
///
/// A plug-in's machine is told everything; ours are told of the device that they have.
public final class UserSettings {
  /// Carries it to the fork, `key=value` separated by semicolons.
  public static final String PROPERTY = "hgbench.fork.settings";

  private static final Map<String, String> DEVICES =
      Map.of("none", "Devices/none/", "hgsmi", "Devices/vga/", "hgcm", "Devices/vmm/");

  private UserSettings() {}

  /// What the machine of a workload on a transport is told.
  static Settings of(String workload, String transport) {
    String pairs = System.getProperty(PROPERTY, "");
    Settings all =
        pairs.isEmpty() ? Settings.of(Map.of()) : Settings.parse(List.of(pairs.split(";")));
    Map<String, String> told = new TreeMap<>(all.all());
    if (Workload.of(workload).kind() != Workload.Kind.PLUGGED) {
      told.keySet().removeIf(key -> !key.startsWith(DEVICES.getOrDefault(transport, "")));
    }
    return Settings.of(told);
  }
}
