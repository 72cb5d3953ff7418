package org.hgbench.hgsmi.wire;

/// The VBE registers: an index port, and a data port for the register that was chosen.
///
/// A guest finds out what the host offers by writing an id to register [#ID] and reading it back.
///
/// Source: VirtualBox 7.0, include/VBoxVideoVBE.h.
public final class Vbe {
  /// `VBE_DISPI_IOPORT_INDEX`, 16 bits.
  public static final int INDEX_PORT = 0x1CE;

  /// `VBE_DISPI_IOPORT_DATA`: 16 bits for the register, 32 bits for the size of VRAM.
  public static final int DATA_PORT = 0x1CF;

  /// `VBE_DISPI_INDEX_ID`.
  public static final int ID = 0;

  /// `VBE_DISPI_INDEX_XRES`.
  public static final int WIDTH = 1;

  /// `VBE_DISPI_INDEX_YRES`.
  public static final int HEIGHT = 2;

  /// `VBE_DISPI_INDEX_BPP`.
  public static final int BITS_PER_PIXEL = 3;

  /// `VBE_DISPI_INDEX_ENABLE`.
  public static final int ENABLE = 4;

  /// `VBE_DISPI_INDEX_BANK`.
  public static final int BANK = 5;

  /// `VBE_DISPI_INDEX_VIRT_WIDTH`.
  public static final int VIRTUAL_WIDTH = 6;

  /// `VBE_DISPI_INDEX_VIRT_HEIGHT`.
  public static final int VIRTUAL_HEIGHT = 7;

  /// `VBE_DISPI_INDEX_X_OFFSET`.
  public static final int X_OFFSET = 8;

  /// `VBE_DISPI_INDEX_Y_OFFSET`.
  public static final int Y_OFFSET = 9;

  /// `VBE_DISPI_INDEX_VBOX_VIDEO`.
  public static final int VBOX_VIDEO = 0xA;

  /// `VBE_DISPI_INDEX_FB_BASE_HI`: the upper 16 bits of the address of VRAM.
  public static final int FRAMEBUFFER_BASE_HIGH = 0xB;

  /// `VBE_DISPI_INDEX_CFG`: a configuration value, chosen by writing its number here.
  public static final int CONFIGURATION = 0xC;

  /// How many registers there are.
  public static final int REGISTERS = 0xD;

  /// `VBE_DISPI_ID0`: what [#ID] reads as at first.
  public static final int ID_VBE = 0xB0C0;

  /// `VBE_DISPI_ID_VBOX_VIDEO`: the interface before HGSMI.
  public static final int ID_VBOX_VIDEO = 0xBE00;

  /// `VBE_DISPI_ID_HGSMI`.
  public static final int ID_HGSMI = 0xBE01;

  /// `VBE_DISPI_ID_ANYX`: any width is allowed.
  public static final int ID_ANYX = 0xBE02;

  /// `VBE_DISPI_ID_CFG`: there are configuration values.
  public static final int ID_CONFIGURATION = 0xBE03;

  /// `VBE_DISPI_CFG_MASK_SUPPORT`: asks whether there is a value of that number.
  public static final int PROBE = 0x1000;

  /// `VBE_DISPI_CFG_ID_VERSION`.
  public static final int CONFIGURATION_VERSION = 0;

  /// `VBE_DISPI_CFG_ID_VRAM_SIZE`.
  public static final int CONFIGURATION_VRAM_SIZE = 1;

  /// `VBE_DISPI_CFG_ID_3D`.
  public static final int CONFIGURATION_3D = 2;

  /// `VBE_DISPI_CFG_ID_VMSVGA`.
  public static final int CONFIGURATION_VMSVGA = 3;

  /// `VBE_DISPI_CFG_ID_VMSVGA_DX`.
  public static final int CONFIGURATION_VMSVGA_DX = 4;

  private Vbe() {}
}
