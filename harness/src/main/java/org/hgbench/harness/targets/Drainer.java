package org.hgbench.harness.targets;

import java.util.function.IntSupplier;

/// A thread that empties a ring all the time, as the refresh thread of the VGA device does.
final class Drainer implements AutoCloseable {
  private final IntSupplier drain;
  private final Thread thread;
  private volatile boolean closed;

  /// Starts it.
  ///
  /// @param drain takes what there is, and says how much that was
  Drainer(IntSupplier drain) {
    this.drain = drain;
    this.thread = Thread.ofPlatform().name("drainer").daemon().start(this::run);
  }

  /// Ends it. What it has received is visible to the caller.
  @Override
  public void close() {
    closed = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted while ending the drainer", e);
    }
  }

  private void run() {
    while (!closed) {
      if (drain.getAsInt() == 0) {
        Thread.onSpinWait();
      }
    }
  }
}
