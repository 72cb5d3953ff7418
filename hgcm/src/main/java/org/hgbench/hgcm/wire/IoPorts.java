package org.hgbench.hgcm.wire;

/// The I/O ports of the VMM device, from the base of BAR0.
///
/// Source: VirtualBox 7.0, include/VBox/VMMDev.h, VMMDEV_PORT_OFF_*.
public final class IoPorts {
  /// Where BAR0 lies unless the settings say otherwise.
  public static final int DEFAULT_BASE = 0xD020;

  /// How many ports there are.
  public static final int COUNT = 32;

  /// Written with the guest-physical address of a request.
  public static final int REQUEST = 0;

  /// Read to acknowledge events without going to the host's user mode.
  public static final int FAST = 8;

  /// What the fast port answers when it cannot.
  public static final int FAST_UNAVAILABLE = 0xFFFF_FFFF;

  /// What a read answers that means nothing.
  public static final int UNUSED = 0xFFFF_FFFF;

  private IoPorts() {}
}
