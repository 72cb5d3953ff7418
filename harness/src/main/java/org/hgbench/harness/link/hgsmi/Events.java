package org.hgbench.harness.link.hgsmi;

import org.hgbench.harness.link.Words;
import org.hgbench.harness.link.host.WorkloadPorts;
import org.hgbench.hgsmi.guest.HostCommandReceiver;
import org.hgbench.hgsmi.guest.VideoCommands;
import org.hgbench.hgsmi.guest.VramMap;
import org.hgbench.hgsmi.wire.BenchmarkCommand;
import org.hgbench.hgsmi.wire.BenchmarkCommand.Echo;
import org.hgbench.hgsmi.wire.Channel;
import org.hgbench.hgsmi.wire.ChannelTable;
import org.hgbench.hgsmi.wire.VboxStatus;
import org.hgbench.machine.memory.GuestMemory;

/// What the host tells the guest: a host command, announced by the flags and by an interrupt.
///
/// 1. The guest asks: one port write, which wakes a thread of the host.
/// 2. That thread takes a buffer from the host heap, queues it, and raises the interrupt.
/// 3. The guest takes the interrupt and acknowledges, or sees the flags, or polls the port.
/// 4. It reads the port, reads the buffer, and gives it back: two traps.
final class Events {
  private static final long LONGEST_WAIT_NANOS = 10_000_000_000L;
  private static final int LOOKS_BETWEEN_CLOCKS = 0xFFF;

  private final GuestSide side;
  private final Way way;
  private final HostCommandReceiver receiver;
  private long first;
  private long second;
  private boolean arrived;

  /// How the guest learns of an event.
  enum Way {
    /// By interrupt.
    INTERRUPT,
    /// By looking at the flags in shared memory.
    FLAGS,
    /// By reading the port again and again.
    PORT
  }

  /// Gives the host a heap for its commands and a place for its flags.
  Events(GuestSide side, VramMap map, int line, Way way) {
    this.side = side;
    this.way = way;
    ChannelTable channels = new ChannelTable();
    channels.register(Channel.BENCHMARK, this::take);
    receiver =
        new HostCommandReceiver(
            side.vcpu(),
            side.vram(),
            map.hostHeapOffset(),
            map.hostHeapBytes(),
            channels,
            () -> {});
    VideoCommands commands = new VideoCommands(side.guest());
    commands.reportFlagsLocation();
    commands.hostHeap(map.hostHeapOffset(), map.hostHeapBytes());
    if (way == Way.INTERRUPT) {
      side.vcpu().handle(line, receiver);
    }
  }

  /// Asks the host for the event of a number.
  void ask(long sequence) {
    arrived = false;
    side.vcpu().out(WorkloadPorts.EVENT, (int) sequence);
  }

  /// Waits for it, takes it, and checks what it says.
  long await(long sequence) {
    switch (way) {
      case INTERRUPT -> halt();
      case FLAGS, PORT -> poll();
    }
    long event = sequence & 0xFFFF_FFFFL;
    side.account().received(first, event);
    return side.account().received(second, Words.of(event));
  }

  private int take(int command, GuestMemory memory, long at, int dataSize) {
    if (dataSize < BenchmarkCommand.ECHO_SIZE) {
      return VboxStatus.INVALID_PARAMETER;
    }
    first = Echo.a(memory, at);
    second = Echo.b(memory, at);
    arrived = true;
    return VboxStatus.SUCCESS;
  }

  private void halt() {
    long deadline = System.nanoTime() + LONGEST_WAIT_NANOS;
    while (!arrived) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        throw late();
      }
      side.vcpu().halt(left);
    }
  }

  private void poll() {
    long deadline = 0;
    for (int looks = 1; !arrived; looks++) {
      if (way == Way.PORT) {
        receiver.poll();
      } else if (receiver.isCommandPending()) {
        receiver.drain();
      } else {
        side.vcpu().pause();
      }
      if ((looks & LOOKS_BETWEEN_CLOCKS) == 0) {
        long now = System.nanoTime();
        deadline = deadline == 0 ? now + LONGEST_WAIT_NANOS : deadline;
        if (now - deadline > 0) {
          throw late();
        }
      }
    }
  }

  private static IllegalStateException late() {
    return new IllegalStateException("no event of the host within 10 s");
  }
}
