package org.hgbench.harness.link.hgsmi;

import org.hgbench.harness.link.Account;
import org.hgbench.hgsmi.guest.HgsmiGuest;
import org.hgbench.hgsmi.wire.Channel;
import org.hgbench.hgsmi.wire.HgsmiPorts;
import org.hgbench.machine.boundary.Vcpu;
import org.hgbench.machine.memory.GuestMemory;

/// One guest thread: its vCPU, its driver with a heap of its own, and its account.
///
/// @param vcpu on which it runs
/// @param vram the memory that it shares with the host
/// @param guest its driver
/// @param account what it sent and received
record GuestSide(Vcpu vcpu, GuestMemory vram, HgsmiGuest guest, Account account) {
  /// Takes a buffer for a command of the benchmark channel.
  ///
  /// @throws IllegalStateException if the heap is full
  int take(int dataBytes, int command) {
    int buffer = guest.allocate(dataBytes, Channel.BENCHMARK, command);
    if (buffer == HgsmiPorts.VOID) {
      throw new IllegalStateException("guest heap is full: dataBytes=" + dataBytes);
    }
    return buffer;
  }
}
