package org.hgbench.hgsmi.host;

import org.hgbench.hgsmi.heap.OffsetQueue;
import org.hgbench.hgsmi.wire.HgsmiPorts;
import org.hgbench.hgsmi.wire.HostFlags;
import org.hgbench.machine.trace.Stage;
import org.hgbench.machine.trace.Stamps;

/// The host's commands on their way to the guest and back.
///
/// | state | meaning | left by |
/// |---|---|---|
/// | queued | in the FIFO | the guest reads port 0x3b0 |
/// | read | the guest works on it | the guest writes its offset to port 0x3b0 |
/// | processed | its buffer can be freed | |
///
/// Any thread may use it; its lock is the protocol's FIFO critical section. The pending bit changes
/// under it together with the FIFO, so it is never clear while a command is queued.
///
/// Source: VirtualBox 7.0, src/VBox/Devices/Graphics/HGSMI/HGSMIHost.cpp, HGSMIHOSTFIFOENTRY.
final class HostCommandQueue {
  private final GuestFlags flags;
  private final OffsetQueue queued = new OffsetQueue();
  private final OffsetQueue read = new OffsetQueue();

  HostCommandQueue(GuestFlags flags) {
    this.flags = flags;
  }

  /// Queues a command.
  synchronized void add(int buffer) {
    queued.add(buffer);
    flags.set(HostFlags.COMMANDS_PENDING);
  }

  /// The guest takes the next command: [HgsmiPorts#VOID] if there is none, or if the guest has not
  /// said where the flags are.
  synchronized int read() {
    if (queued.isEmpty() || !flags.areLocated()) {
      return HgsmiPorts.VOID;
    }
    int buffer = queued.poll();
    if (queued.isEmpty()) {
      flags.clear(HostFlags.COMMANDS_PENDING);
    }
    read.add(buffer);
    Stamps.stamp(Stage.FETCHED);
    return buffer;
  }

  /// The guest is done with a command.
  ///
  /// @return whether it had read that command and not yet been done with it
  synchronized boolean complete(int buffer) {
    return read.remove(buffer);
  }

  synchronized void reset() {
    queued.clear();
    read.clear();
  }
}
