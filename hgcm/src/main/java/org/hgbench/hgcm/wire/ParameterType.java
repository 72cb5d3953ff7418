package org.hgbench.hgcm.wire;

/// The types of a call's parameters.
///
/// Source: VirtualBox 7.0, include/VBox/VMMDevCoreTypes.h, HGCMFunctionParameterType.
public final class ParameterType {
  /// A 32-bit value, in and out.
  public static final int U32 = 1;

  /// A 64-bit value, in and out.
  public static final int U64 = 2;

  /// A buffer at a guest-virtual address, both ways. Drivers convert it, but send an empty buffer
  /// as it is.
  public static final int LINEAR = 4;

  /// As [#LINEAR], guest to host.
  public static final int LINEAR_IN = 5;

  /// As [#LINEAR], host to guest.
  public static final int LINEAR_OUT = 6;

  /// A buffer as a list of pages.
  public static final int PAGE_LIST = 10;

  /// A buffer inside the request.
  public static final int EMBEDDED = 11;

  /// A buffer in one run of pages, named by the first.
  public static final int CONTIGUOUS = 12;

  /// A buffer as a list of pages on which the service works in place.
  public static final int NO_BOUNCE = 13;

  private ParameterType() {}
}
