package org.hgbench.machine.boundary;

import org.hgbench.machine.interrupt.InterruptHandler;

/// What a guest driver sees of its virtual CPU: port accesses that trap, and waiting.
///
/// One guest thread owns it; only [#kick] may come from another. Guest code runs with interrupts
/// off, so an interrupt is taken in [#halt] and nowhere else.
public interface Vcpu {
  /// Writes the low `width` bytes of `value` to a port: one trap. What the guest stored before is
  /// visible to the host, and what the host stored while it handled the access is visible after.
  void out(int port, int width, int value);

  /// Reads `width` bytes of a port: one trap.
  int in(int port, int width);

  /// Writes 32 bits to a port.
  default void out(int port, int value) {
    out(port, 4, value);
  }

  /// Reads 32 bits of a port.
  default int in(int port) {
    return in(port, 4);
  }

  /// Has the guest's processor itself write words of 8 bytes to memory, each with `value` in its
  /// low half and zero in its high half, and then write `value` to a port: one trap, however many
  /// words. On `kvm` it is the vCPU that does so (`rep stosq`), elsewhere this thread.
  ///
  /// @param address guest-physical, where the first word begins
  /// @throws RuntimeException if there is no memory, which ends a real vCPU's run
  void fill(long address, long words, int value, int port);

  /// Has the guest's processor itself copy words of 8 bytes within guest memory and then write 0 to
  /// a port: one trap, however many words. On `kvm` it is the vCPU that does so (`rep movsq`),
  /// elsewhere this thread. The ranges must not overlap.
  ///
  /// @throws RuntimeException if there is no memory, which ends a real vCPU's run
  void copy(long from, long to, long words, int port);

  /// Has interrupts of a line taken by this vCPU. A line without a handler stays masked.
  ///
  /// @throws IndexOutOfBoundsException if there is no such line
  /// @throws IllegalArgumentException if another vCPU handles it
  void handle(int line, InterruptHandler handler);

  /// Waits with interrupts on (`sti; hlt`) until one was taken and handled, or somebody kicked, or
  /// the time is up; at once if a handled line is high already. May return early for no reason, so
  /// callers look at what they wait for and halt again.
  ///
  /// @param timeoutNanos the longest wait, at least 1
  void halt(long timeoutNanos);

  /// Spends a moment between two looks at memory that the host is to change (`pause`): no trap.
  ///
  /// @throws IllegalStateException if the host has ended, so that memory will not change
  default void pause() {
    Thread.onSpinWait();
  }

  /// Ends the present or the next [#halt] of this vCPU: an inter-processor interrupt.
  void kick();
}
