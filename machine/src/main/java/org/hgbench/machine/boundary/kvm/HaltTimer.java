package org.hgbench.machine.boundary.kvm;

import java.util.concurrent.locks.LockSupport;
import org.hgbench.machine.os.Uninterruptibles;

/// Ends waits whose time is up. A vCPU that waits sleeps in the kernel, which knows no time-out, so
/// this thread kicks it.
///
/// Waits are armed far more often than they run out: arming is two volatile accesses, and wakes the
/// thread only if it would otherwise look too late.
final class HaltTimer implements AutoCloseable {
  private static final long NONE = Long.MIN_VALUE;
  private static final long LOOK_NANOS = 1_000_000_000;

  private final Runnable kick;
  private final Thread thread;
  private volatile long deadline = NONE;
  private volatile long nextLook = System.nanoTime();
  private volatile boolean closed;

  HaltTimer(Runnable kick) {
    this.kick = kick;
    this.thread = Thread.ofPlatform().daemon().name("hgbench-halt-timer").start(this::watch);
  }

  /// A wait begins that should end at a moment of [System#nanoTime].
  void arm(long moment) {
    deadline = moment;
    if (moment - nextLook < 0) {
      LockSupport.unpark(thread);
    }
  }

  /// The wait has ended.
  void disarm() {
    deadline = NONE;
  }

  private void watch() {
    while (!closed) {
      long now = System.nanoTime();
      long next = now + LOOK_NANOS;
      nextLook = next;
      // Read behind the write of nextLook: either arm() sees it, or this sees what arm() wrote.
      long moment = deadline;
      if (moment != NONE && moment - now <= 0) {
        kick.run();
        deadline = NONE;
      } else if (moment != NONE && moment - next < 0) {
        nextLook = moment;
        LockSupport.parkNanos(this, moment - now);
      } else {
        LockSupport.parkNanos(this, LOOK_NANOS);
      }
    }
  }

  /// Ends the thread and waits for it.
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
    Uninterruptibles.join(thread);
  }
}
