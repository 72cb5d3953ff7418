package org.hgbench.harness.link.hgcm;

import org.hgbench.harness.link.Account;
import org.hgbench.hgcm.guest.HgcmCall;
import org.hgbench.hgcm.guest.HgcmGuest;
import org.hgbench.hgcm.guest.WaitMode;
import org.hgbench.hgcm.wire.Status;
import org.hgbench.machine.boundary.Vcpu;
import org.hgbench.machine.memory.GuestMemory;

/// One guest thread: its vCPU, its driver, how it waits, and its account.
///
/// @param vcpu on which it runs
/// @param ram guest RAM
/// @param guest its driver
/// @param waiting how it learns that a call is done
/// @param account what it sent and received
record GuestSide(Vcpu vcpu, GuestMemory ram, HgcmGuest guest, WaitMode waiting, Account account) {
  /// Submits a call and waits for its end.
  void run(HgcmCall call) {
    require(call, call.run(waiting));
  }

  /// Submits a call, which is under way from then on.
  void submit(HgcmCall call) {
    int status = call.submit();
    if (status != Status.HGCM_ASYNC_EXECUTE) {
      require(call, status);
      throw new IllegalStateException("call ended at once: result=" + call.result());
    }
  }

  /// Waits for the end of a call that is under way.
  void await(HgcmCall call) {
    require(call, call.await(waiting));
  }

  private static void require(HgcmCall call, int status) {
    if (status != Status.SUCCESS) {
      throw new IllegalStateException("call failed: result=" + status + " rc=" + call.rc());
    }
  }
}
