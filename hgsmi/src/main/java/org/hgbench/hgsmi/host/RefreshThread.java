package org.hgbench.hgsmi.host;

import java.util.concurrent.locks.LockSupport;
import org.hgbench.machine.os.Uninterruptibles;

/// A thread of the host that drains the rings without being asked, as a display does on its timer.
/// With an interval, each of its ends is a vertical sync, for a guest that wants to know.
public final class RefreshThread implements AutoCloseable {
  private final VgaDevice device;
  private final long intervalNanos;
  private final Thread thread;
  private volatile boolean closed;

  /// Starts refreshing.
  ///
  /// @param intervalNanos how long to wait between two looks at the rings; 0 to look all the time
  public RefreshThread(VgaDevice device, long intervalNanos) {
    this.device = device;
    this.intervalNanos = intervalNanos;
    this.thread = Thread.ofPlatform().name("vga-refresh").daemon().start(this::run);
  }

  /// Ends it, after a last look at the rings. The device is still there when this returns.
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
    Uninterruptibles.join(thread);
  }

  private void run() {
    while (!closed) {
      if (device.refresh() == 0) {
        pause();
      }
    }
    device.refresh();
  }

  private void pause() {
    if (intervalNanos > 0) {
      LockSupport.parkNanos(this, intervalNanos);
      device.verticalSync();
    } else {
      Thread.onSpinWait();
    }
  }
}
