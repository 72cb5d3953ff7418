package org.hgbench.hgsmi.guest;

import org.hgbench.hgsmi.heap.FirstFitPool;
import org.hgbench.hgsmi.heap.Heap;
import org.hgbench.hgsmi.wire.HgsmiBuffer;
import org.hgbench.hgsmi.wire.HgsmiPorts;
import org.hgbench.machine.boundary.Vcpu;
import org.hgbench.machine.memory.GuestMemory;
import org.hgbench.machine.trace.Stage;
import org.hgbench.machine.trace.Stamps;

/// The guest's HGSMI driver: buffers in VRAM, handed to the host with one port write each.
///
/// ```java
/// int buffer = guest.allocate(16, Channel.BENCHMARK, BenchmarkCommand.ECHO);
/// vram.u64(HgsmiBuffer.dataAt(buffer), 42);
/// guest.submit(buffer); // the answer is in the data when this returns
/// guest.free(buffer);
/// ```
///
/// One guest thread uses it: the one that owns the vCPU.
///
/// Source: Linux, drivers/gpu/drm/vboxvideo/hgsmi_base.c and vbox_hgsmi.c.
public final class HgsmiGuest {
  /// `VBVA_ADAPTER_INFORMATION_SIZE`: what Linux sets aside at the end of VRAM for its heap, which
  /// ends with the host flags.
  public static final int LINUX_HEAP_BYTES = 65536;

  /// The size of the host flags at the very end of VRAM.
  public static final int HOST_FLAGS_BYTES = 16;

  private final Vcpu vcpu;
  private final GuestMemory vram;
  private final Heap heap;

  /// Uses a heap that the caller placed in VRAM.
  public HgsmiGuest(Vcpu vcpu, GuestMemory vram, Heap heap) {
    this.vcpu = vcpu;
    this.vram = vram;
    this.heap = heap;
  }

  /// A driver with Linux's pool in the last `heapBytes` of VRAM, less the host flags.
  ///
  /// @param heapBytes what to set aside; [#LINUX_HEAP_BYTES] is what Linux does, more lets bulk
  ///   transfers fit
  /// @throws IllegalArgumentException if VRAM is smaller
  public static HgsmiGuest withPool(Vcpu vcpu, GuestMemory vram, long heapBytes) {
    if (heapBytes <= HOST_FLAGS_BYTES + HgsmiBuffer.OVERHEAD || heapBytes > vram.bytes()) {
      throw new IllegalArgumentException(
          "guest heap: heapBytes=%d vramBytes=%d".formatted(heapBytes, vram.bytes()));
    }
    return new HgsmiGuest(
        vcpu, vram, new FirstFitPool(vram.bytes() - heapBytes, heapBytes - HOST_FLAGS_BYTES));
  }

  /// The memory that the buffers lie in.
  public GuestMemory vram() {
    return vram;
  }

  /// Takes a buffer and writes its header, tail and checksum; the data is what was there before.
  ///
  /// @param dataBytes size of the data
  /// @param channel who it is for
  /// @param channelInfo the command
  /// @return the buffer's offset, or [HgsmiPorts#VOID] if the heap has no room
  public int allocate(int dataBytes, int channel, int channelInfo) {
    int buffer = heap.allocate((long) dataBytes + HgsmiBuffer.OVERHEAD);
    if (buffer != HgsmiPorts.VOID) {
      HgsmiBuffer.seal(vram, buffer, dataBytes, channel, channelInfo);
    }
    return buffer;
  }

  /// Hands a buffer to the host. The host has acted on it when this returns.
  public void submit(int buffer) {
    // The host reads the buffer during this write, so header, data and checksum must be in memory.
    Stamps.stamp(Stage.BUILT);
    vcpu.out(HgsmiPorts.GUEST, buffer);
    Stamps.stamp(Stage.WOKE);
  }

  /// Gives a buffer back.
  ///
  /// @throws IllegalArgumentException if it is not allocated
  public void free(int buffer) {
    long dataSize = Integer.toUnsignedLong(HgsmiBuffer.dataSize(vram, buffer));
    heap.free(buffer, dataSize + HgsmiBuffer.OVERHEAD);
  }
}
