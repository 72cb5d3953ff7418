package org.hgbench.hgsmi.wire;

/// The I/O ports through which guest and host ring for each other.
///
/// Only 32-bit accesses at exactly the first port count: other writes are ignored, other reads
/// answer all ones.
///
/// | port | access | value |
/// |---|---|---|
/// | [#GUEST] | write | offset of a guest command: processed before the instruction completes |
/// | [#GUEST] | read | offset of a guest command that completed asynchronously, or [#VOID] |
/// | [#HOST] | read | offset of the next host command, or [#VOID] |
/// | [#HOST] | write | offset of a host command that the guest has finished with |
/// | [#HOST] | write of [#VOID] | acknowledges the interrupt |
///
/// Source: VirtualBox 7.0, include/VBox/Graphics/VBoxVideo.h, VGA_PORT_HGSMI_GUEST and
/// VGA_PORT_HGSMI_HOST.
public final class HgsmiPorts {
  /// `VGA_PORT_HGSMI_HOST`.
  public static final int HOST = 0x3B0;

  /// `VGA_PORT_HGSMI_GUEST`.
  public static final int GUEST = 0x3D0;

  /// How many ports each of them takes.
  public static final int COUNT = 4;

  /// The width in bytes of an access that counts.
  public static final int WIDTH = 4;

  /// No offset: `HGSMIOFFSET_VOID`.
  public static final int VOID = 0xFFFFFFFF;

  private HgsmiPorts() {}
}
