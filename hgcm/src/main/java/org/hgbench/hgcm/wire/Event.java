package org.hgbench.hgcm.wire;

/// The bits of an event mask.
///
/// Source: VirtualBox 7.0, include/VBox/VMMDev.h, VMMDEV_EVENT_*.
public final class Event {
  /// Mouse capabilities changed.
  public static final int MOUSE_CAPABILITIES_CHANGED = 1;

  /// An HGCM request was completed.
  public static final int HGCM = 1 << 1;

  /// The machine was restored from a saved state.
  public static final int RESTORED = 1 << 4;

  /// The mouse moved.
  public static final int MOUSE_POSITION_CHANGED = 1 << 9;

  /// All bits with a meaning.
  public static final int VALID = 0x7FF;

  private Event() {}
}
