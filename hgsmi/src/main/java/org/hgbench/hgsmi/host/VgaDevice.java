package org.hgbench.hgsmi.host;

import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.hgbench.hgsmi.wire.Channel;
import org.hgbench.hgsmi.wire.HgsmiPorts;
import org.hgbench.hgsmi.wire.HostFlags;
import org.hgbench.hgsmi.wire.ModeHint;
import org.hgbench.hgsmi.wire.ScanlineConfig;
import org.hgbench.hgsmi.wire.Vbe;
import org.hgbench.hgsmi.wire.VboxStatus;
import org.hgbench.machine.counter.Counters;
import org.hgbench.machine.device.Device;
import org.hgbench.machine.device.DeviceContext;
import org.hgbench.machine.device.PciIdentity;
import org.hgbench.machine.memory.GuestMemory;
import org.hgbench.machine.settings.Settings;

/// The VGA adapter: VRAM, the HGSMI and VBE ports, the critical section around them, and the
/// display driver behind it all.
///
/// Source: VirtualBox 7.0, src/VBox/Devices/Graphics/DevVGA.cpp.
public final class VgaDevice implements Device {
  private static final int VENDOR = 0x80EE;
  private static final int DEVICE = 0xBEEF;
  private static final int DISPLAY_VGA = 0x0300;

  private final GuestMemory vram;
  private final long vramAddress;
  private final ReentrantLock section = new ReentrantLock();
  private final DisplayDriver display;
  private final HgsmiInstance hgsmi;
  private final VbvaChannel vbva;
  private final VbeRegisters vbe;

  VgaDevice(DeviceContext context, long vramAddress, int monitors) {
    this.vram = context.region(VgaProvider.VRAM);
    this.vramAddress = vramAddress;
    this.display = display(new DisplayContext(vram, monitors, context.config().at("Display")));
    this.hgsmi = new HgsmiInstance(vram, context.line());
    this.vbva =
        new VbvaChannel(
            vram, monitors, hgsmi, display, context.counters().writer(Counters.Kind.BYTES_COPIED));
    this.vbe = new VbeRegisters(vramAddress, vram.bytes());
    hgsmi.register(Channel.VBVA, vbva);
    addChannels(context.config());
    context.ports().claim(HgsmiPorts.GUEST, HgsmiPorts.COUNT, new HgsmiPort.Guest(hgsmi, section));
    context.ports().claim(HgsmiPorts.HOST, HgsmiPorts.COUNT, new HgsmiPort.Host(hgsmi, section));
    context.ports().claim(Vbe.INDEX_PORT, 2, vbe);
  }

  @Override
  public PciIdentity identity() {
    PciIdentity.Bar bar = new PciIdentity.Bar(false, vramAddress, vram.bytes());
    return new PciIdentity(VENDOR, DEVICE, DISPLAY_VGA, List.of(bar));
  }

  @Override
  public void reset() {
    section.lock();
    try {
      vbva.reset();
      hgsmi.reset();
      vbe.reset();
    } finally {
      section.unlock();
    }
  }

  @Override
  public void close() {
    section.lock();
    try {
      vbva.reset();
      hgsmi.close();
      display.close();
    } finally {
      section.unlock();
    }
  }

  /// The memory that guest and host share.
  public GuestMemory vram() {
    return vram;
  }

  /// Commands of the host for the guest. Any thread may use it.
  public HostCommands hostCommands() {
    return hgsmi.hostCommands();
  }

  /// Passes what is in the rings on to the display driver, as a display does on its timer. Any
  /// thread may call it.
  ///
  /// @return how many records there were
  public long refresh() {
    section.lock();
    try {
      long before = vbva.rings().drained();
      vbva.rings().flush();
      return vbva.rings().drained() - before;
    } finally {
      section.unlock();
    }
  }

  /// Tells a guest that has asked for it that a frame has been shown. Any thread may call it.
  ///
  /// Source: VirtualBox 7.0, src/VBox/Devices/Graphics/DevVGA.cpp, vgaR3TimerRefresh.
  public void verticalSync() {
    section.lock();
    try {
      if ((vbva.scanlineFlags() & ScanlineConfig.VSYNC_IRQ) != 0) {
        hgsmi.interrupt().raise(HostFlags.VSYNC);
      }
    } finally {
      section.unlock();
    }
  }

  /// Tells the guest what size a screen should have. Any thread may call it.
  ///
  /// @throws IndexOutOfBoundsException if there is no such screen
  public void hintMode(ModeHint hint) {
    section.lock();
    try {
      vbva.modeHints().set(hint);
    } finally {
      section.unlock();
    }
  }

  /// The display driver behind the device. What it has counted or drawn is at rest only inside
  /// [#whileStill].
  ///
  /// @throws IllegalArgumentException if it is of another kind
  public <T extends DisplayDriver> T display(Class<T> type) {
    if (!type.isInstance(display)) {
      throw new IllegalArgumentException(
          "display driver is no %s but %s"
              .formatted(type.getSimpleName(), display.getClass().getSimpleName()));
    }
    return type.cast(display);
  }

  /// Looks at something inside the critical section, while the guest cannot change it.
  public <T> T whileStill(Supplier<T> look) {
    section.lock();
    try {
      return look.get();
    } finally {
      section.unlock();
    }
  }

  /// Reports failed commands to `observer` from now on.
  public void observe(FaultObserver observer) {
    section.lock();
    try {
      hgsmi.observe(observer);
    } finally {
      section.unlock();
    }
  }

  /// How many buffers the guest submitted.
  public long commands() {
    return whileStill(hgsmi::commands);
  }

  /// How many of them failed, which the guest is not told.
  public long faults() {
    return whileStill(hgsmi::faults);
  }

  private static DisplayDriver display(DisplayContext context) {
    String wanted = context.config().text("Driver", "counting");
    List<DisplayProvider> providers =
        ServiceLoader.load(DisplayProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .toList();
    return providers.stream()
        .filter(provider -> provider.name().equals(wanted))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "setting Display/Driver: no display driver '%s'; there are %s"
                    .formatted(wanted, providers.stream().map(DisplayProvider::name).toList())))
        .create(context);
  }

  private void addChannels(Settings config) {
    for (ChannelProvider provider : ServiceLoader.load(ChannelProvider.class)) {
      Settings channel = config.at("Channels/" + provider.name());
      if (channel.flag("Enabled", true)) {
        register(provider, channel);
      }
    }
  }

  private void register(ChannelProvider provider, Settings config) {
    int status =
        hgsmi.register(provider.channel(), provider.create(new ChannelContext(vram, config)));
    if (VboxStatus.isFailure(status)) {
      throw new IllegalArgumentException(
          "channel '%s': channel=0x%x %s"
              .formatted(provider.name(), provider.channel(), VboxStatus.name(status)));
    }
  }
}
