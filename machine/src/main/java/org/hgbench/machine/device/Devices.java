package org.hgbench.machine.device;

/// The devices of a machine.
public interface Devices {
  /// A device, for whoever acts on the host's side: a workload, a test.
  ///
  /// @param path kind and instance, such as `vga/0`
  /// @throws IllegalArgumentException if there is no such device
  <T extends Device> T device(String path, Class<T> type);
}
