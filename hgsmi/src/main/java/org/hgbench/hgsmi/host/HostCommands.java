package org.hgbench.hgsmi.host;

import org.hgbench.hgsmi.wire.HgsmiPorts;
import org.hgbench.hgsmi.wire.VboxStatus;
import org.hgbench.machine.trace.Stage;
import org.hgbench.machine.trace.Stamps;

/// Commands that the host sends to the guest.
///
/// ```java
/// int buffer = commands.allocate(16, Channel.BENCHMARK, 1);
/// vram.u64(HgsmiBuffer.dataAt(buffer), 42);
/// commands.post(buffer, true); // freed when the guest is done with it
/// ```
///
/// Any thread may use it. Nothing is allocated on the Java heap once the queues have grown.
///
/// Source: VirtualBox 7.0, src/VBox/Devices/Graphics/HGSMI/HGSMIHost.cpp, HGSMIHostCommandAlloc and
/// HGSMIHostCommandSubmitAndFreeAsynch.
public final class HostCommands {
  private final GuestFlags flags;
  private final HostHeap heap;
  private final HostCommandQueue queue;
  private final GuestInterrupt interrupt;

  HostCommands(GuestFlags flags, HostHeap heap, GuestInterrupt interrupt) {
    this.flags = flags;
    this.heap = heap;
    this.queue = new HostCommandQueue(flags);
    this.interrupt = interrupt;
  }

  /// Takes a buffer from the host heap and writes its header, tail and checksum.
  ///
  /// @return the buffer's offset, or [HgsmiPorts#VOID] if the heap has no room or the guest has not
  ///   placed one (`NO_MEMORY` in VirtualBox)
  public int allocate(int dataBytes, int channel, int channelInfo) {
    return heap.allocate(dataBytes, channel, channelInfo);
  }

  /// Sends a buffer to the guest; it is freed when the guest is done with it.
  ///
  /// @param interrupting whether to raise the interrupt, too, or leave it to the guest to look
  ///   Differs: VirtualBox accepts any address in the host heap. Here a buffer from before a reset
  ///   is refused, since freeing it later would fail.
  ///
  /// @return `INVALID_POINTER` if it is no buffer of the host heap, `WRONG_ORDER` if the guest has
  ///   not said where the host flags are, else `SUCCESS`
  public int post(int buffer, boolean interrupting) {
    synchronized (queue) {
      if (!heap.isAllocated(buffer)) {
        return VboxStatus.INVALID_POINTER;
      }
      if (!flags.areLocated()) {
        return VboxStatus.WRONG_ORDER;
      }
      Stamps.stamp(Stage.QUEUED);
      queue.add(buffer);
    }
    if (interrupting) {
      interrupt.raise(0);
    }
    return VboxStatus.SUCCESS;
  }

  /// Gives back a buffer that was not posted.
  ///
  /// @throws IllegalArgumentException if it is not allocated
  public void free(int buffer) {
    heap.free(buffer);
  }

  /// How many buffers are in use: allocated, queued, or read by the guest and not yet completed.
  public int outstanding() {
    return heap.outstanding();
  }

  /// The guest takes the next command.
  int read() {
    return queue.read();
  }

  /// The guest is done with a command. An offset that it has not read is ignored.
  void complete(int buffer) {
    if (queue.complete(buffer)) {
      heap.free(buffer);
    }
  }

  /// Forgets both in one step, so that no command stays queued whose buffer is gone.
  void reset() {
    synchronized (queue) {
      queue.reset();
      heap.reset();
    }
  }
}
