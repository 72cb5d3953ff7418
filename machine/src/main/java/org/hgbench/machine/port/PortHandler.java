package org.hgbench.machine.port;

/// What a device does when a guest accesses one of its I/O ports. Called on the EMT of the vCPU.
public interface PortHandler {
  /// The guest wrote the low `width` bytes of `value` to `port`.
  void out(int port, int width, int value);

  /// The guest reads `width` bytes of `port`; it sees no others of the answer. A port that does not
  /// answer is all ones.
  int in(int port, int width);

  /// Whether a real host answers this access in its kernel, without returning to user mode (R0
  /// instead of R3 in VirtualBox's words), which makes the trap cheaper.
  default boolean answeredInKernel(int port, boolean write) {
    return false;
  }
}
