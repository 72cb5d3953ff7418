package org.hgbench.harness.environment;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.hgbench.machine.os.Uninterruptibles;

/// Notices when the JVM or the machine stood still: a thread that sleeps again and again and
/// records how much later than planned it woke.
///
/// It sees what a thread that wants to run sees: safepoints and collections, a stopped virtual
/// machine, a throttled group, and processors that are all taken. Lateness below [#PAUSE] is the
/// ordinary slack of timers and does not count. A pause at least as long as the planned sleep is
/// never missed, though up to one sleep of it may be; a shorter one is met only now and then.
///
/// **What it costs.** Where this was written (two virtual processors on nested virtualization) one
/// wake-up took 25 us on a busy processor and 60 to 75 us on an idle one. Sleeping 1 ms at a time
/// took 3 % of a processor and preempted a spinning thread 900 times a second; 10 ms takes 0.3 %,
/// or 0.7 % of a processor that has nothing else to do, and the throughput of two threads that spin
/// on both processors was the same with it and without. There each wake-up preempts a measured
/// thread, so [Disturbance] takes these off its count of preemptions.
public final class PauseDetector implements AutoCloseable {
  /// Planned sleep of a detector that is not told otherwise.
  public static final Duration INTERVAL = Duration.ofMillis(10);

  /// Smallest lateness that counts as a pause.
  public static final Duration PAUSE = Duration.ofMillis(1);

  /// The thread as the kernel knows it.
  static final String THREAD = "hgbench-pauses";

  private final PauseCounter counter;
  private final Thread thread;
  private volatile boolean closed;

  private PauseDetector(PauseCounter counter) {
    this.counter = counter;
    this.thread = Thread.ofPlatform().daemon().name(THREAD).unstarted(this::watch);
  }

  /// Starts watching.
  public static PauseDetector start() {
    return start(INTERVAL);
  }

  /// Starts watching, with a planned sleep of its own.
  public static PauseDetector start(Duration interval) {
    return start(new PauseCounter(interval.toNanos()));
  }

  static PauseDetector start(PauseCounter counter) {
    PauseDetector detector = new PauseDetector(counter);
    detector.thread.start();
    return detector;
  }

  /// The pauses that ended since this was last asked, or since the start.
  public Pauses take() {
    return counter.take();
  }

  boolean isRunning() {
    return thread.isAlive();
  }

  /// Stops watching; returns when the thread has ended.
  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
    Uninterruptibles.join(thread);
  }

  private void watch() {
    long before = System.nanoTime();
    while (!closed) {
      LockSupport.parkNanos(this, counter.intervalNanos());
      long now = System.nanoTime();
      counter.woke(now - before);
      before = now;
    }
  }
}
