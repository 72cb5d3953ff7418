package org.hgbench.hgsmi.guest;

import java.util.concurrent.atomic.AtomicBoolean;
import org.hgbench.hgsmi.wire.Area;
import org.hgbench.hgsmi.wire.ChannelTable;
import org.hgbench.hgsmi.wire.HgsmiPorts;
import org.hgbench.hgsmi.wire.HostFlags;
import org.hgbench.machine.boundary.Vcpu;
import org.hgbench.machine.interrupt.InterruptHandler;
import org.hgbench.machine.memory.GuestMemory;
import org.hgbench.machine.port.PortAccess;
import org.hgbench.machine.trace.Stage;
import org.hgbench.machine.trace.Stamps;

/// The guest's end of the host's commands: takes them, has them handled, and gives them back.
///
/// A guest learns of a command in one of three ways, and pays for each differently:
///
/// | way | call | traps, besides two for each command |
/// |---|---|---|
/// | interrupt | [Vcpu#halt] with this registered by [Vcpu#handle] | one interrupt and one trap |
/// | looking at the flags | [#drain] | none |
/// | polling the port | [#poll] | one for each look that finds nothing |
///
/// Commands are verified as the host verifies the guest's: the area is the host's heap. One that
/// does not verify is given back unhandled.
///
/// Differs: the additions let a handler give a command back later; here it is given back when the
/// handler returns.
///
/// Source: VirtualBox 7.0, src/VBox/Additions/common/VBoxVideo/HGSMIHostCmd.cpp, and Linux,
/// drivers/gpu/drm/vboxvideo/vbox_irq.c.
public final class HostCommandReceiver implements InterruptHandler {
  private static final PortAccess ACKNOWLEDGEMENT =
      PortAccess.out(HgsmiPorts.HOST, HgsmiPorts.VOID);

  private final Vcpu vcpu;
  private final HostFlags flags;
  private final Area hostHeap;
  private final ChannelTable channels;
  private final Runnable hotplug;
  private final AtomicBoolean draining = new AtomicBoolean();
  private int seen;

  /// Receives commands that the host has allocated in `[heapOffset, heapOffset + heapBytes)`.
  ///
  /// @param channels the guest's handlers
  /// @param hotplug called when a mode hint or what the cursor can do has changed
  /// @throws IllegalArgumentException if the heap cannot be there
  public HostCommandReceiver(
      Vcpu vcpu,
      GuestMemory vram,
      long heapOffset,
      long heapBytes,
      ChannelTable channels,
      Runnable hotplug) {
    this.vcpu = vcpu;
    this.flags = HostFlags.atEndOf(vram);
    this.hostHeap = new Area(vram, heapOffset, heapBytes);
    this.channels = channels;
    this.hotplug = hotplug;
  }

  /// Handles all commands that the flags announce. If another thread is at it, returns at once.
  ///
  /// @return how many there were
  public int drain() {
    int handled = 0;
    while (flags.isSet(HostFlags.COMMANDS_PENDING) && draining.compareAndSet(false, true)) {
      Stamps.stamp(Stage.WOKE);
      int before = handled;
      try {
        while (flags.isSet(HostFlags.COMMANDS_PENDING) && poll()) {
          handled++;
        }
      } finally {
        draining.set(false);
      }
      if (handled == before) {
        break;
      }
    }
    return handled;
  }

  /// Asks the port for one command and handles it.
  ///
  /// @return whether there was one
  public boolean poll() {
    int buffer = vcpu.in(HgsmiPorts.HOST);
    if (buffer == HgsmiPorts.VOID) {
      return false;
    }
    hostHeap.process(buffer, channels);
    Stamps.stamp(Stage.SERVICE_ENDED);
    vcpu.out(HgsmiPorts.HOST, buffer);
    return true;
  }

  /// Whether the flags announce a command: a look at shared memory, no trap.
  public boolean isCommandPending() {
    return flags.isSet(HostFlags.COMMANDS_PENDING);
  }

  @Override
  public boolean isPending() {
    seen = flags.read();
    return (seen & HostFlags.IRQ) != 0;
  }

  @Override
  public PortAccess acknowledgement() {
    return ACKNOWLEDGEMENT;
  }

  /// The acknowledgement has cleared the reasons, so what [#isPending] saw counts for those.
  @Override
  public void acknowledged(int value) {
    int reasons = seen & (HostFlags.HOTPLUG | HostFlags.CURSOR_CAPABILITIES | HostFlags.VSYNC);
    seen = 0;
    if (reasons != 0 && (reasons & HostFlags.VSYNC) == 0) {
      hotplug.run();
    }
    drain();
  }
}
