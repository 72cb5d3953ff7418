package org.hgbench.hgsmi.wire;

/// The commands that a guest sends on [Channel#VBVA].
///
/// Source: VirtualBox 7.0, include/VBox/Graphics/VBoxVideo.h, VBVA_*.
public final class VbvaCommand {
  /// `VBVA_QUERY_CONF32`: [Conf32].
  public static final int QUERY_CONF32 = 1;

  /// `VBVA_SET_CONF32`: [Conf32].
  public static final int SET_CONF32 = 2;

  /// `VBVA_INFO_VIEW`: an array of [InfoView].
  public static final int INFO_VIEW = 3;

  /// `VBVA_INFO_HEAP`: [InfoHeap].
  public static final int INFO_HEAP = 4;

  /// `VBVA_FLUSH`: drain all rings.
  public static final int FLUSH = 5;

  /// `VBVA_INFO_SCREEN`: [InfoScreen].
  public static final int INFO_SCREEN = 6;

  /// `VBVA_ENABLE`: [VbvaEnable].
  public static final int ENABLE = 7;

  /// `VBVA_MOUSE_POINTER_SHAPE`: [PointerShape].
  public static final int MOUSE_POINTER_SHAPE = 8;

  /// `VBVA_VHWA_CMD`: 2D acceleration, not part of this model.
  public static final int VHWA_CMD = 9;

  /// `VBVA_VDMA_CTL`: [VdmaControl].
  public static final int VDMA_CTL = 10;

  /// `VBVA_VDMA_CMD`: [VdmaCommand].
  public static final int VDMA_CMD = 11;

  /// `VBVA_INFO_CAPS`: [InfoCaps].
  public static final int INFO_CAPS = 12;

  /// `VBVA_SCANLINE_CFG`: [ScanlineConfig].
  public static final int SCANLINE_CFG = 13;

  /// `VBVA_SCANLINE_INFO`: no host answers it.
  public static final int SCANLINE_INFO = 14;

  /// `VBVA_QUERY_MODE_HINTS`: [QueryModeHints].
  public static final int QUERY_MODE_HINTS = 19;

  /// `VBVA_REPORT_INPUT_MAPPING`: [InputMapping].
  public static final int REPORT_INPUT_MAPPING = 20;

  /// `VBVA_CURSOR_POSITION`: [CursorPosition].
  public static final int CURSOR_POSITION = 21;

  private VbvaCommand() {}
}
