package org.hgbench.hgsmi.guest;

import org.hgbench.hgsmi.wire.Conf32;
import org.hgbench.hgsmi.wire.InfoCaps;
import org.hgbench.hgsmi.wire.InfoScreen;
import org.hgbench.hgsmi.wire.InfoView;
import org.hgbench.hgsmi.wire.InputMapping;
import org.hgbench.hgsmi.wire.ModeHint;
import org.hgbench.hgsmi.wire.PointerShape;
import org.hgbench.hgsmi.wire.Vbe;
import org.hgbench.hgsmi.wire.VboxStatus;
import org.hgbench.hgsmi.wire.VbvaRing;
import org.hgbench.machine.boundary.Vcpu;
import org.hgbench.machine.memory.GuestMemory;

/// Does what Linux's `vboxvideo` does with the device, in the same order: finds it, brings it up,
/// sets a mode, reports damage, moves a pointer.
///
/// One guest thread uses it.
///
/// Source: Linux, drivers/gpu/drm/vboxvideo/vbox_main.c, vbox_mode.c and vbox_irq.c.
public final class LinuxVideoDriver {
  private static final int BITS_PER_PIXEL = 32;
  private static final int MOST_SCREENS = 32;

  /// What the driver sends first; some hosts take the mode hints only when they come separately.
  private static final int CAPABILITIES =
      InfoCaps.DISABLE_CURSOR_INTEGRATION | InfoCaps.IRQ | InfoCaps.USE_VBVA_ONLY;

  private final Vcpu vcpu;
  private final VramMap map;
  private final VideoCommands commands;
  private final RingWriter[] rings;

  private LinuxVideoDriver(Vcpu vcpu, VramMap map, VideoCommands commands, RingWriter[] rings) {
    this.vcpu = vcpu;
    this.map = map;
    this.commands = commands;
    this.rings = rings;
  }

  /// Finds the device and brings it up.
  ///
  /// @throws IllegalStateException if the host does not answer as the driver needs it
  public static LinuxVideoDriver probe(Vcpu vcpu, GuestMemory vram) {
    require(offers(vcpu, Vbe.ID_HGSMI), "no HGSMI");
    long vramBytes = Integer.toUnsignedLong(vcpu.in(Vbe.DATA_PORT, 4));
    offers(vcpu, Vbe.ID_ANYX);
    HgsmiGuest guest = HgsmiGuest.withPool(vcpu, vram, VramMap.LINUX_GUEST_HEAP_BYTES);
    VideoCommands commands = new VideoCommands(guest);
    require(commands.configuration(Conf32.PROBE, 0) == Conf32.PROBE, "host does not answer");
    int screens = Math.clamp(commands.configuration(Conf32.MONITOR_COUNT, 1), 1, MOST_SCREENS);
    requireAnswer(commands, Conf32.MODE_HINT_REPORTING);
    requireAnswer(commands, Conf32.GUEST_CURSOR_REPORTING);
    VramMap map = VramMap.linux(vramBytes, screens);
    RingWriter[] rings = new RingWriter[screens];
    for (int screen = 0; screen < screens; screen++) {
      rings[screen] = RingWriter.linux(guest, map, screen, RingWriter.WhenFull.FLUSH);
      require(rings[screen].enable() >= 0, "ring refused");
    }
    for (int screen = 0; screen < screens; screen++) {
      commands.configuration(Conf32.CURSOR_CAPABILITIES, 0);
    }
    LinuxVideoDriver driver = new LinuxVideoDriver(vcpu, map, commands, rings);
    driver.modeHints();
    return driver;
  }

  /// How VRAM is divided.
  public VramMap map() {
    return map;
  }

  /// What sizes the host would like the screens to have.
  public ModeHint[] modeHints() {
    ModeHint[] hints = new ModeHint[rings.length];
    commands.modeHints(hints);
    return hints;
  }

  /// What the driver does each time that the modes of a connector are asked for.
  public void detectModes(int screen) {
    commands.reportFlagsLocation();
    if (screen == 0) {
      commands.capabilities(CAPABILITIES);
      commands.capabilities(CAPABILITIES | InfoCaps.VIDEO_MODE_HINTS);
    }
  }

  /// Shows a framebuffer at the start of VRAM on a screen.
  public void setMode(int screen, int width, int height) {
    int pitch = width * (BITS_PER_PIXEL / Byte.SIZE);
    if (screen == 0) {
      writeVbe(Vbe.WIDTH, width);
      writeVbe(Vbe.HEIGHT, height);
      writeVbe(Vbe.VIRTUAL_WIDTH, width);
      writeVbe(Vbe.BITS_PER_PIXEL, BITS_PER_PIXEL);
      writeVbe(Vbe.ENABLE, 1);
      writeVbe(Vbe.X_OFFSET, 0);
      writeVbe(Vbe.Y_OFFSET, 0);
    }
    int available = (int) map.framebufferBytes();
    commands.view(new InfoView(screen, 0, available + screen * VbvaRing.LINUX_BYTES, available));
    commands.screen(
        new InfoScreen(screen, 0, 0, 0, pitch, width, height, BITS_PER_PIXEL, InfoScreen.ACTIVE));
    commands.inputMapping(new InputMapping(0, 0, width, height));
  }

  /// Reports a rectangle as drawn.
  ///
  /// @return whether there was room
  public boolean damage(int screen, int x, int y, int width, int height) {
    RingWriter ring = rings[screen];
    long rectangle =
        x & 0xFFFFL | (y & 0xFFFFL) << 16 | (width & 0xFFFFL) << 32 | (long) height << 48;
    if (!ring.begin() || !ring.write(rectangle)) {
      return false;
    }
    ring.end();
    return true;
  }

  /// Shows a pointer with its point at the upper left corner.
  ///
  /// @param picture mask and colours
  public int showPointer(int width, int height, byte[] picture) {
    int flags = PointerShape.VISIBLE | PointerShape.SHAPE | PointerShape.ALPHA;
    return commands.pointer(
        new PointerShape(VboxStatus.SUCCESS, flags, 0, 0, width, height), picture);
  }

  private static boolean offers(Vcpu vcpu, int id) {
    vcpu.out(Vbe.INDEX_PORT, 2, Vbe.ID);
    vcpu.out(Vbe.DATA_PORT, 2, id);
    return vcpu.in(Vbe.DATA_PORT, 2) == id;
  }

  private static void requireAnswer(VideoCommands commands, int index) {
    int answer = commands.configuration(index, VboxStatus.NOT_SUPPORTED);
    require(answer == VboxStatus.SUCCESS, "host is too old: value " + index);
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalStateException("vboxvideo: " + otherwise);
    }
  }

  private void writeVbe(int register, int value) {
    vcpu.out(Vbe.INDEX_PORT, 2, register);
    vcpu.out(Vbe.DATA_PORT, 2, value);
  }
}
