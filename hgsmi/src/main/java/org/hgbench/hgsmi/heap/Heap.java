package org.hgbench.hgsmi.heap;

/// Where a side takes its buffers from: a part of VRAM that it manages for itself.
///
/// One thread at a time may use it.
public interface Heap {
  /// Takes `bytes` and returns their VRAM offset.
  ///
  /// @return [org.hgbench.hgsmi.wire.HgsmiPorts#VOID] if no free run is long enough
  int allocate(long bytes);

  /// Gives back what [#allocate] returned.
  ///
  /// @param bytes as many as were asked for
  /// @throws IllegalArgumentException if that is not allocated
  void free(int offset, long bytes);
}
