package org.hgbench.machine.boundary.process;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.hgbench.machine.os.Uninterruptibles;

/// Watches the host process from the guest's: ends waits when it died, and kills it when it has not
/// shown a sign of life for a second. Shows signs of life itself, by which the host watches.
final class Watchdog implements AutoCloseable {
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long SILENT_NANOS = TimeUnit.SECONDS.toNanos(1);

  /// So many looks in a row: a guest that was itself stopped must give its host time.
  private static final int LOOKS = 3;

  private final Process process;
  private final ControlPage page;
  private final HostConnection host;
  private final ProcessVcpu vcpu;
  private final Thread thread;
  private volatile boolean closed;

  Watchdog(ControlPage page, HostConnection host, ProcessVcpu vcpu) {
    this.process = host.process();
    this.page = page;
    this.host = host;
    this.vcpu = vcpu;
    this.thread = Thread.ofPlatform().daemon().name("hgbench-watchdog").start(this::watch);
  }

  private void watch() {
    int silent = 0;
    while (!closed) {
      page.guestAlive();
      LockSupport.parkNanos(this, LOOK_NANOS);
      long silence = System.nanoTime() - page.aliveAt();
      silent = silence > SILENT_NANOS ? silent + 1 : 0;
      if (silent >= LOOKS) {
        host.note("no sign of life for %d ms, killed".formatted(silence / 1_000_000));
        process.destroyForcibly();
      }
      if (!process.isAlive()) {
        vcpu.end(ControlPage.HOST_ENDED);
        return;
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
