package org.hgbench.hgsmi.host;

import org.hgbench.hgsmi.wire.Area;
import org.hgbench.hgsmi.wire.ChannelHandler;
import org.hgbench.hgsmi.wire.ChannelTable;
import org.hgbench.hgsmi.wire.VboxStatus;
import org.hgbench.machine.memory.GuestMemory;

/// HGSMI on the host's side, over the whole of VRAM. Its device holds the critical section around
/// every call that comes from a port.
///
/// Source: VirtualBox 7.0, src/VBox/Devices/Graphics/HGSMI/HGSMIHost.cpp, HGSMIINSTANCE.
public final class HgsmiInstance {
  private final Area area;
  private final ChannelTable channels = new ChannelTable();

  private FaultObserver observer = FaultObserver.NONE;
  private long commands;
  private long faults;

  /// Serves the guest's buffers in `vram`: `HGSMICreate`.
  public HgsmiInstance(GuestMemory vram) {
    this.area = new Area(vram, 0, vram.bytes());
  }

  /// Registers the handler of a channel: `HGSMIHostChannelRegister`.
  ///
  /// @return see [ChannelTable#register]
  public int register(int channel, ChannelHandler handler) {
    return channels.register(channel, handler);
  }

  /// The guest submitted a buffer at port 0x3d0: `HGSMIGuestWrite`. A failure is counted and
  /// reported to the observer; the guest does not learn of it.
  public void guestWrite(int bufferOffset) {
    commands++;
    int status = area.process(bufferOffset, channels);
    if (VboxStatus.isFailure(status)) {
      faults++;
      observer.failed(bufferOffset, status);
    }
  }

  /// Reports failures to `observer` from now on.
  public void observe(FaultObserver observer) {
    this.observer = observer;
  }

  /// How many buffers were submitted.
  public long commands() {
    return commands;
  }

  /// How many of them failed.
  public long faults() {
    return faults;
  }
}
