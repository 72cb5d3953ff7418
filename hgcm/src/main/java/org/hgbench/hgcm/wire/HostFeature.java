package org.hgbench.hgcm.wire;

/// What the host says it can, in the answer to GetHostVersion.
///
/// Source: VirtualBox 7.0, include/VBox/VMMDev.h, VMMDEV_HVF_*.
public final class HostFeature {
  /// Buffers as page lists; Linux refuses a host without.
  public static final int PAGE_LISTS = 1;

  /// Buffers inside the request.
  public static final int EMBEDDED = 1 << 1;

  /// Buffers in one run of pages.
  public static final int CONTIGUOUS = 1 << 2;

  /// Buffers on which the service works in place.
  public static final int NO_BOUNCE = 1 << 3;

  /// The fast port acknowledges events.
  public static final int FAST_ACKNOWLEDGE = 1 << 31;

  /// What VirtualBox 7.0 says.
  public static final int ALL = PAGE_LISTS | EMBEDDED | CONTIGUOUS | NO_BOUNCE | FAST_ACKNOWLEDGE;

  private HostFeature() {}
}
