package org.hgbench.machine.device;

import java.util.List;

/// How a device appears on the PCI bus, as data.
///
/// @param vendor vendor id
/// @param device device id
/// @param classCode base class and subclass, such as 0x0880
/// @param bars the base address registers, in order
public record PciIdentity(int vendor, int device, int classCode, List<Bar> bars) {
  /// Copies the list.
  public PciIdentity {
    bars = List.copyOf(bars);
  }

  /// One base address register.
  ///
  /// @param io whether it maps I/O ports rather than memory
  /// @param address the first port or guest-physical address
  /// @param bytes its size
  public record Bar(boolean io, long address, long bytes) {}
}
