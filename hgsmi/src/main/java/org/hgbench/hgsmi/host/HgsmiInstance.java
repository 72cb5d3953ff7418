package org.hgbench.hgsmi.host;

import org.hgbench.hgsmi.wire.Area;
import org.hgbench.hgsmi.wire.Channel;
import org.hgbench.hgsmi.wire.ChannelHandler;
import org.hgbench.hgsmi.wire.ChannelTable;
import org.hgbench.hgsmi.wire.HgsmiPorts;
import org.hgbench.hgsmi.wire.VboxStatus;
import org.hgbench.machine.interrupt.InterruptLine;
import org.hgbench.machine.memory.GuestMemory;
import org.hgbench.machine.trace.Stage;
import org.hgbench.machine.trace.Stamps;

/// HGSMI on the host's side, over the whole of VRAM.
///
/// | here | in VirtualBox | when |
/// |---|---|---|
/// | constructor | `HGSMICreate` | the device is made |
/// | [#close] | `HGSMIDestroy` | the device goes |
/// | [#guestWrite] | `HGSMIGuestWrite` | the guest writes port 0x3d0: a command for the host |
/// | [#guestRead] | `HGSMIGuestRead` | the guest reads port 0x3d0: which command was completed? |
/// | [#hostRead] | `HGSMIHostRead` | the guest reads port 0x3b0: is there a command of the host? |
/// | [#hostWrite] | `HGSMIHostWrite` | the guest writes port 0x3b0: done with it, or acknowledge |
///
/// The four are called on an EMT, inside the critical section of the device.
///
/// Source: VirtualBox 7.0, src/VBox/Devices/Graphics/HGSMI/HGSMIHost.cpp, HGSMIINSTANCE.
public final class HgsmiInstance implements AutoCloseable {
  private final Area area;
  private final ChannelTable channels = new ChannelTable();
  private final GuestFlags flags;
  private final HostHeap hostHeap;
  private final GuestInterrupt interrupt;
  private final HostCommands hostCommands;
  private final CompletedGuestCommands completed;

  private FaultObserver observer = FaultObserver.NONE;
  private long commands;
  private long faults;

  /// Serves the guest's buffers in `vram`: `HGSMICreate`.
  public HgsmiInstance(GuestMemory vram, InterruptLine line) {
    this.area = new Area(vram, 0, vram.bytes());
    this.flags = new GuestFlags(vram);
    this.hostHeap = new HostHeap(vram);
    this.interrupt = new GuestInterrupt(line, flags);
    this.hostCommands = new HostCommands(flags, hostHeap, interrupt);
    this.completed = new CompletedGuestCommands(flags);
    register(Channel.SETUP, new SetupChannel(flags));
  }

  /// Registers the handler of a channel: `HGSMIHostChannelRegister`.
  ///
  /// @return see [ChannelTable#register]
  public int register(int channel, ChannelHandler handler) {
    return channels.register(channel, handler);
  }

  /// The guest submitted a buffer: `HGSMIGuestWrite`. A failure is counted and reported to the
  /// observer; the guest does not learn of it.
  public void guestWrite(int bufferOffset) {
    commands++;
    int status = area.process(bufferOffset, channels);
    Stamps.stamp(Stage.SERVICE_ENDED);
    if (VboxStatus.isFailure(status)) {
      faults++;
      observer.failed(bufferOffset, status);
    }
  }

  /// The next guest command that was completed asynchronously, or [HgsmiPorts#VOID]:
  /// `HGSMIGuestRead`.
  public int guestRead() {
    return completed.read();
  }

  /// The next command of the host for the guest, or [HgsmiPorts#VOID]: `HGSMIHostRead`.
  public int hostRead() {
    return hostCommands.read();
  }

  /// The guest is done with a host command: `HGSMIHostWrite`; or, with [HgsmiPorts#VOID], it
  /// acknowledges the interrupt.
  public void hostWrite(int bufferOffset) {
    if (bufferOffset == HgsmiPorts.VOID) {
      interrupt.acknowledge();
    } else {
      Stamps.stamp(Stage.GIVEN_BACK);
      hostCommands.complete(bufferOffset);
    }
  }

  /// Commands of the host for the guest.
  public HostCommands hostCommands() {
    return hostCommands;
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

  /// The interrupt by which the guest is told.
  GuestInterrupt interrupt() {
    return interrupt;
  }

  /// Where host commands are allocated.
  HostHeap hostHeap() {
    return hostHeap;
  }

  /// Guest commands that were completed asynchronously.
  CompletedGuestCommands completed() {
    return completed;
  }

  /// Forgets everything but the channels.
  public void reset() {
    interrupt.reset();
    hostCommands.reset();
    completed.reset();
  }

  /// Ends it: `HGSMIDestroy`. Nothing is left that would raise the line.
  @Override
  public void close() {
    reset();
  }
}
