package org.hgbench.hgsmi.host;

import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.locks.ReentrantLock;
import org.hgbench.hgsmi.wire.HgsmiPorts;
import org.hgbench.hgsmi.wire.VboxStatus;
import org.hgbench.machine.device.Device;
import org.hgbench.machine.device.DeviceContext;
import org.hgbench.machine.device.PciIdentity;
import org.hgbench.machine.memory.GuestMemory;
import org.hgbench.machine.port.PortBus;
import org.hgbench.machine.port.PortHandler;
import org.hgbench.machine.settings.Settings;

/// The VGA adapter: VRAM, the HGSMI ports, and the critical section around them.
///
/// Source: VirtualBox 7.0, src/VBox/Devices/Graphics/DevVGA.cpp.
public final class VgaDevice implements Device {
  private static final int VENDOR = 0x80EE;
  private static final int DEVICE = 0xBEEF;
  private static final int DISPLAY_VGA = 0x0300;

  private final GuestMemory vram;
  private final long vramAddress;
  private final ReentrantLock section = new ReentrantLock();
  private final HgsmiInstance hgsmi;

  VgaDevice(DeviceContext context, long vramAddress) {
    this.vram = context.region(VgaProvider.VRAM);
    this.vramAddress = vramAddress;
    this.hgsmi = new HgsmiInstance(vram);
    addChannels(context.config());
    context.ports().claim(HgsmiPorts.GUEST, HgsmiPorts.COUNT, new GuestPort());
  }

  @Override
  public PciIdentity identity() {
    PciIdentity.Bar bar = new PciIdentity.Bar(false, vramAddress, vram.bytes());
    return new PciIdentity(VENDOR, DEVICE, DISPLAY_VGA, List.of(bar));
  }

  @Override
  public void reset() {
    // HGSMI keeps no state between commands yet; VRAM survives a reset of the machine.
  }

  @Override
  public void close() {
    // No thread and no memory of its own.
  }

  /// The memory that guest and host share.
  public GuestMemory vram() {
    return vram;
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
    section.lock();
    try {
      return hgsmi.commands();
    } finally {
      section.unlock();
    }
  }

  /// How many of them failed, which the guest is not told.
  public long faults() {
    section.lock();
    try {
      return hgsmi.faults();
    } finally {
      section.unlock();
    }
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

  private static boolean counts(int port, int width, int first) {
    return port == first && width == HgsmiPorts.WIDTH;
  }

  private final class GuestPort implements PortHandler {
    @Override
    public void out(int port, int width, int value) {
      if (counts(port, width, HgsmiPorts.GUEST)) {
        section.lock();
        try {
          hgsmi.guestWrite(value);
        } finally {
          section.unlock();
        }
      }
    }

    @Override
    public int in(int port, int width) {
      return PortBus.UNUSED;
    }
  }
}
