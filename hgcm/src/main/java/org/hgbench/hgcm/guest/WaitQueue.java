package org.hgbench.hgcm.guest;

import org.hgbench.machine.boundary.Vcpu;

/// Where everybody waits for the end of a call when several vCPUs share one driver. The vCPU that
/// takes the interrupt wakes the others.
///
/// Source: Linux, drivers/virt/vboxguest/vboxguest_core.c, hgcm_wq; VirtualBox 7.0,
/// src/VBox/Additions/common/VBoxGuest/VBoxGuest.cpp, WakeUpList.
public final class WaitQueue {
  /// Who is woken by an interrupt.
  public enum Wake {
    /// Everybody, to look whether it is their call. What Linux does.
    ALL,
    /// Those whose call is done. What the Additions do.
    FINISHED
  }

  private final Wake wake;
  private HgcmCall first;
  private int waiting;
  private long wakeUps;

  /// Creates an empty queue.
  public WaitQueue(Wake wake) {
    this.wake = wake;
  }

  /// How many wait.
  public synchronized int waiting() {
    return waiting;
  }

  /// How many were woken so far.
  public synchronized long wakeUps() {
    return wakeUps;
  }

  /// From here on a vCPU is woken for a call.
  synchronized void enter(HgcmCall call, Vcpu vcpu) {
    call.waiter = vcpu;
    call.nextWaiting = first;
    first = call;
    waiting++;
  }

  /// The vCPU looks after its call itself again.
  synchronized void leave(HgcmCall call) {
    HgcmCall before = null;
    for (HgcmCall other = first; other != call; other = other.nextWaiting) {
      before = other;
    }
    if (before == null) {
      first = call.nextWaiting;
    } else {
      before.nextWaiting = call.nextWaiting;
    }
    call.nextWaiting = null;
    call.waiter = null;
    waiting--;
  }

  /// An interrupt has been acknowledged. Whatever ends later raises another one.
  synchronized void wake() {
    for (HgcmCall call = first; call != null; call = call.nextWaiting) {
      if (wake == Wake.ALL || call.isDone()) {
        wakeUps++;
        call.waiter.kick();
      }
    }
  }
}
