package org.hgbench.hgsmi.host;

import org.hgbench.hgsmi.wire.Vbe;
import org.hgbench.machine.port.PortBus;
import org.hgbench.machine.port.PortHandler;

/// The VBE registers, by which a guest finds HGSMI and the size of VRAM, and sets a first mode.
///
/// Differs: a mode is stored and read back, nothing more; what screens show is a matter of
/// `INFO_SCREEN`.
///
/// Source: VirtualBox 7.0, src/VBox/Devices/Graphics/DevVGA.cpp, vbe_read_cfg, vgaR3IOPortVbeRead
/// and vgaR3IOPortVbeWriteData.
final class VbeRegisters implements PortHandler {
  private static final int VERSION = 0x00010001;
  private static final int REGISTER_WIDTH = 2;
  private static final int VRAM_SIZE_WIDTH = 4;

  private final int vramBytes;
  private final int vramAddressHigh;
  private final int[] registers = new int[Vbe.REGISTERS];
  private int index;

  VbeRegisters(long vramAddress, long vramBytes) {
    this.vramBytes = (int) vramBytes;
    this.vramAddressHigh = (int) (vramAddress >>> 16);
    reset();
  }

  @Override
  public synchronized void out(int port, int width, int value) {
    if (width != REGISTER_WIDTH) {
      return;
    }
    if (port == Vbe.INDEX_PORT) {
      index = value & 0xFFFF;
    } else if (index == Vbe.ID) {
      registers[Vbe.ID] = isKnownId(value & 0xFFFF) ? value & 0xFFFF : registers[Vbe.ID];
    } else if (index < Vbe.REGISTERS) {
      registers[index] = value & 0xFFFF;
    }
  }

  @Override
  public synchronized int in(int port, int width) {
    if (port == Vbe.INDEX_PORT) {
      return width == REGISTER_WIDTH ? index : PortBus.UNUSED;
    }
    return switch (width) {
      case REGISTER_WIDTH -> register();
      case VRAM_SIZE_WIDTH -> asksForConfiguration() ? configuration() : vramBytes;
      default -> PortBus.UNUSED;
    };
  }

  synchronized void reset() {
    java.util.Arrays.fill(registers, 0);
    registers[Vbe.ID] = Vbe.ID_VBE;
    index = 0;
  }

  private int register() {
    if (asksForConfiguration()) {
      return configuration() & 0xFFFF;
    }
    return switch (index) {
      case Vbe.FRAMEBUFFER_BASE_HIGH -> vramAddressHigh;
      default -> index < Vbe.REGISTERS ? registers[index] : 0;
    };
  }

  private boolean asksForConfiguration() {
    return registers[Vbe.ID] == Vbe.ID_CONFIGURATION && index == Vbe.CONFIGURATION;
  }

  private int configuration() {
    int number = registers[Vbe.CONFIGURATION];
    if ((number & Vbe.PROBE) != 0) {
      return (number & ~Vbe.PROBE) <= Vbe.CONFIGURATION_VMSVGA_DX ? 1 : 0;
    }
    return switch (number) {
      case Vbe.CONFIGURATION_VERSION -> VERSION;
      case Vbe.CONFIGURATION_VRAM_SIZE -> vramBytes;
      default -> 0;
    };
  }

  private static boolean isKnownId(int id) {
    return id == Vbe.ID_VBE || id >= Vbe.ID_VBOX_VIDEO && id <= Vbe.ID_CONFIGURATION;
  }
}
