package org.hgbench.hgsmi.host;

import org.hgbench.hgsmi.wire.ChannelHandler;
import org.hgbench.hgsmi.wire.Conf32;
import org.hgbench.hgsmi.wire.CursorPosition;
import org.hgbench.hgsmi.wire.InfoCaps;
import org.hgbench.hgsmi.wire.InfoHeap;
import org.hgbench.hgsmi.wire.InfoScreen;
import org.hgbench.hgsmi.wire.InfoView;
import org.hgbench.hgsmi.wire.InputMapping;
import org.hgbench.hgsmi.wire.PointerShape;
import org.hgbench.hgsmi.wire.QueryModeHints;
import org.hgbench.hgsmi.wire.ScanlineConfig;
import org.hgbench.hgsmi.wire.ShgsmiHeader;
import org.hgbench.hgsmi.wire.VboxStatus;
import org.hgbench.hgsmi.wire.VbvaCommand;
import org.hgbench.hgsmi.wire.VbvaEnable;
import org.hgbench.hgsmi.wire.VdmaCommand;
import org.hgbench.hgsmi.wire.VdmaControl;
import org.hgbench.machine.counter.Counter;
import org.hgbench.machine.memory.GuestMemory;

/// The video channel: everything that a display driver in the guest asks of the host.
///
/// A command with less data than its structure is refused and nothing is written; an unknown
/// command is ignored.
///
/// Source: VirtualBox 7.0, src/VBox/Devices/Graphics/DevVGA_VBVA.cpp, vbvaChannelHandler.
final class VbvaChannel implements ChannelHandler {
  private static final int FLUSH_SIZE = 4;

  private final HostHeap hostHeap;
  private final DisplayDriver display;
  private final GuestCapabilities guest;
  private final Configuration configuration;
  private final Screens screens;
  private final Rings rings;
  private final Pointer pointer;
  private final ModeHints modeHints;
  private final Vdma vdma;

  private int scanlineFlags;

  VbvaChannel(
      GuestMemory vram,
      int monitors,
      HgsmiInstance hgsmi,
      DisplayDriver display,
      Counter bytesCopied) {
    this.hostHeap = hgsmi.hostHeap();
    this.display = display;
    this.guest = new GuestCapabilities(display);
    this.configuration = new Configuration(monitors);
    this.screens = new Screens(vram, monitors, display);
    this.rings = new Rings(vram, screens, guest, display, bytesCopied);
    this.pointer = new Pointer(display);
    this.modeHints = new ModeHints(monitors, guest, hgsmi.interrupt());
    this.vdma = new Vdma(new Shgsmi(hgsmi, guest));
  }

  @Override
  public int handle(int command, GuestMemory memory, long at, int dataSize) {
    if (dataSize < leastSize(command)) {
      return VboxStatus.INVALID_PARAMETER;
    }
    return switch (command) {
      case VbvaCommand.QUERY_CONF32 -> configuration.query(memory, at);
      case VbvaCommand.SET_CONF32 -> configuration.set(memory, at);
      case VbvaCommand.INFO_VIEW -> screens.infoView(memory, at, dataSize);
      case VbvaCommand.INFO_HEAP -> infoHeap(InfoHeap.read(memory, at));
      case VbvaCommand.FLUSH -> rings.flush();
      case VbvaCommand.INFO_SCREEN -> screens.infoScreen(memory, at);
      case VbvaCommand.ENABLE -> rings.enable(memory, at, dataSize);
      case VbvaCommand.MOUSE_POINTER_SHAPE -> pointer.shape(memory, at, dataSize);
      case VbvaCommand.VDMA_CTL -> vdma.control(memory, at);
      case VbvaCommand.VDMA_CMD -> vdma.command(memory, at);
      case VbvaCommand.INFO_CAPS -> guest.info(memory, at);
      case VbvaCommand.SCANLINE_CFG -> scanlineConfig(memory, at);
      case VbvaCommand.QUERY_MODE_HINTS -> modeHints.query(memory, at, dataSize);
      case VbvaCommand.REPORT_INPUT_MAPPING -> inputMapping(InputMapping.read(memory, at));
      case VbvaCommand.CURSOR_POSITION -> cursorPosition(memory, at);
      default -> VboxStatus.SUCCESS;
    };
  }

  /// The rings, for whoever drains them without being asked by the guest.
  Rings rings() {
    return rings;
  }

  /// What the host would like the screens to be.
  ModeHints modeHints() {
    return modeHints;
  }

  void reset() {
    rings.flush();
    rings.reset();
    screens.reset();
    modeHints.reset();
    guest.clear();
    scanlineFlags = 0;
  }

  private static int leastSize(int command) {
    return switch (command) {
      case VbvaCommand.QUERY_CONF32, VbvaCommand.SET_CONF32 -> Conf32.SIZE;
      case VbvaCommand.INFO_VIEW -> InfoView.SIZE;
      case VbvaCommand.INFO_HEAP -> InfoHeap.SIZE;
      case VbvaCommand.FLUSH -> FLUSH_SIZE;
      case VbvaCommand.INFO_SCREEN -> InfoScreen.SIZE;
      case VbvaCommand.ENABLE -> VbvaEnable.SIZE;
      case VbvaCommand.MOUSE_POINTER_SHAPE -> PointerShape.LEAST_SIZE;
      case VbvaCommand.VDMA_CTL -> ShgsmiHeader.SIZE + VdmaControl.SIZE;
      case VbvaCommand.VDMA_CMD -> ShgsmiHeader.SIZE + VdmaCommand.SIZE;
      case VbvaCommand.INFO_CAPS -> InfoCaps.SIZE;
      case VbvaCommand.SCANLINE_CFG -> ScanlineConfig.SIZE;
      case VbvaCommand.QUERY_MODE_HINTS -> QueryModeHints.SIZE;
      case VbvaCommand.REPORT_INPUT_MAPPING -> InputMapping.SIZE;
      case VbvaCommand.CURSOR_POSITION -> CursorPosition.SIZE;
      default -> 0;
    };
  }

  private int infoHeap(InfoHeap heap) {
    return hostHeap.setUp(
        Integer.toUnsignedLong(heap.offset()), Integer.toUnsignedLong(heap.size()));
  }

  private int scanlineConfig(GuestMemory memory, long at) {
    ScanlineConfig config = ScanlineConfig.read(memory, at);
    scanlineFlags = config.flags();
    ScanlineConfig.answer(memory, at, VboxStatus.SUCCESS);
    return VboxStatus.SUCCESS;
  }

  /// What the guest has asked for with `SCANLINE_CFG`.
  int scanlineFlags() {
    return scanlineFlags;
  }

  private int inputMapping(InputMapping mapping) {
    display.inputMapping(mapping);
    return VboxStatus.SUCCESS;
  }

  private static int cursorPosition(GuestMemory memory, long at) {
    CursorPosition.answer(memory, at);
    return VboxStatus.SUCCESS;
  }
}
