package org.hgbench.hgsmi.host;

import org.hgbench.hgsmi.heap.BlockHeap;
import org.hgbench.hgsmi.wire.Area;
import org.hgbench.hgsmi.wire.HgsmiBuffer;
import org.hgbench.hgsmi.wire.HgsmiPorts;
import org.hgbench.hgsmi.wire.VboxStatus;
import org.hgbench.machine.memory.GuestMemory;

/// The part of VRAM in which the host allocates the buffers of its commands. The guest says where
/// it is; it may overlap anything, which harms only the guest.
///
/// Any thread may use it; its lock is the protocol's heap critical section.
///
/// Differs: a heap that is refused leaves the earlier one as it was; VirtualBox loses it.
///
/// Source: VirtualBox 7.0, src/VBox/Devices/Graphics/HGSMI/HGSMIHost.cpp, HGSMIHostHeapSetup.
final class HostHeap {
  private final GuestMemory vram;
  private BlockHeap blocks;

  HostHeap(GuestMemory vram) {
    this.vram = vram;
  }

  /// Places the heap.
  ///
  /// @param offset where it begins, unsigned
  /// @param size how many bytes it has, unsigned
  /// @return `ACCESS_DENIED` while blocks of the earlier heap are in use, `INVALID_PARAMETER` if it
  ///   leaves VRAM or is too small
  synchronized int setUp(long offset, long size) {
    if (offset >= vram.bytes() || size > vram.bytes() || offset > vram.bytes() - size) {
      return VboxStatus.INVALID_PARAMETER;
    }
    if (outstanding() > 0) {
      return VboxStatus.ACCESS_DENIED;
    }
    if (!Area.isPossible(offset, size) || !BlockHeap.isPossible(size)) {
      return VboxStatus.INVALID_PARAMETER;
    }
    blocks = new BlockHeap(offset, size);
    return VboxStatus.SUCCESS;
  }

  /// Takes a buffer and writes header and tail; [HgsmiPorts#VOID] if there is no room or no heap.
  synchronized int allocate(int dataBytes, int channel, int channelInfo) {
    if (blocks == null) {
      return HgsmiPorts.VOID;
    }
    int buffer = blocks.allocate((long) dataBytes + HgsmiBuffer.OVERHEAD);
    if (buffer != HgsmiPorts.VOID) {
      HgsmiBuffer.seal(vram, buffer, dataBytes, channel, channelInfo);
    }
    return buffer;
  }

  /// Gives a buffer back.
  ///
  /// @throws IllegalArgumentException if it is not allocated
  synchronized void free(int buffer) {
    if (blocks == null) {
      throw new IllegalArgumentException("not allocated: offset=0x%x".formatted(buffer));
    }
    blocks.free(buffer, HgsmiBuffer.OVERHEAD);
  }

  /// Whether it is a buffer in use.
  synchronized boolean isAllocated(int buffer) {
    return blocks != null && blocks.isAllocated(buffer);
  }

  /// How many buffers are in use.
  synchronized int outstanding() {
    return blocks == null ? 0 : blocks.allocated();
  }

  synchronized void reset() {
    blocks = null;
  }
}
