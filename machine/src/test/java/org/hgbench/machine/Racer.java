package org.hgbench.machine;

import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/// A second vCPU of the guest's that writes to shared memory at any time, while the first has the
/// host look at it.
public final class Racer implements AutoCloseable {
  private final CountDownLatch writing = new CountDownLatch(1);
  private final Thread thread;
  private volatile boolean stopped;
  private volatile Throwable failure;

  /// Starts it, and returns when it has written once.
  ///
  /// @param write does one of its writes
  public Racer(Consumer<SplittableRandom> write) {
    thread = Thread.ofPlatform().name("racer").daemon().start(() -> race(write));
    try {
      writing.await();
    } catch (InterruptedException e) {
      stopped = true;
      throw new AssertionError(e);
    }
  }

  private void race(Consumer<SplittableRandom> write) {
    SplittableRandom random = new SplittableRandom(7);
    try {
      while (!stopped) {
        write.accept(random);
        writing.countDown();
        for (int i = random.nextInt(500); i > 0; i--) {
          Thread.onSpinWait();
        }
      }
    } catch (RuntimeException | Error e) {
      failure = e;
      writing.countDown();
    }
  }

  /// Stops it.
  ///
  /// @throws AssertionError if it could not write
  @Override
  public void close() {
    stopped = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    if (failure != null) {
      throw new AssertionError("the racer failed", failure);
    }
  }
}
