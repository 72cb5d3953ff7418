package org.hgbench.hgcm.wire;

/// Which way a buffer travels.
///
/// Source: VirtualBox 7.0, include/VBox/VMMDevCoreTypes.h, VBOX_HGCM_F_PARM_DIRECTION_*.
public final class Direction {
  /// The host reads it.
  public static final int TO_HOST = 1;

  /// The host writes it.
  public static final int FROM_HOST = 2;

  /// The host reads and writes it.
  public static final int BOTH = TO_HOST | FROM_HOST;

  private Direction() {}

  /// Whether flags name a direction and nothing else.
  public static boolean isValid(int flags) {
    return flags >= TO_HOST && flags <= BOTH;
  }

  /// Whether the host reads the buffer.
  public static boolean isToHost(int flags) {
    return (flags & TO_HOST) != 0;
  }

  /// Whether the host writes the buffer.
  public static boolean isFromHost(int flags) {
    return (flags & FROM_HOST) != 0;
  }
}
