package org.hgbench.hgsmi.wire;

/// Channel numbers: who behind HGSMI a buffer is for.
///
/// Source: VirtualBox 7.0, include/VBox/Graphics/HGSMIChannels.h.
public final class Channel {
  /// `HGSMI_CH_RESERVED`: never registered.
  public static final int RESERVED = 0x00;

  /// `HGSMI_CH_HGSMI`: the transport's own set-up.
  public static final int SETUP = 0x01;

  /// `HGSMI_CH_VBVA`: video.
  public static final int VBVA = 0x02;

  /// `HGSMI_CH_SEAMLESS`: no host registers it.
  public static final int SEAMLESS = 0x03;

  /// `HGSMI_CH_SEAMLESS2`: no host registers it.
  public static final int SEAMLESS2 = 0x04;

  /// `HGSMI_CH_OPENGL`: no host registers it.
  public static final int OPENGL = 0x05;

  /// The benchmark channel.
  ///
  /// Differs: an extension of this suite. The number is one that VirtualBox leaves unassigned below
  /// the dynamic range, so that the host may register it like any other.
  public static final int BENCHMARK = 0x10;

  /// `HGSMI_CH_STRING_FIRST`: from here on channels would be mapped from names. No host ever
  /// implemented that, and registering one of them is refused.
  public static final int FIRST_DYNAMIC = 0x20;

  /// How many channels the 8 bits of the field can name.
  public static final int COUNT = 0x100;

  private Channel() {}
}
