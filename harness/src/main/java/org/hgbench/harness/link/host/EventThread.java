package org.hgbench.harness.link.host;

import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.hgbench.machine.os.Uninterruptibles;
import org.hgbench.machine.trace.Stage;
import org.hgbench.machine.trace.Stamps;

/// A thread of the host that tells the guest something when it is asked to. It sleeps in between,
/// on every transport alike; one event is under way at a time.
final class EventThread implements AutoCloseable {
  private final IntConsumer send;
  private final Thread thread;
  private volatile int number;
  private volatile int asked;
  private volatile boolean closed;
  private volatile RuntimeException failure;

  EventThread(String name, IntConsumer send) {
    this.send = send;
    this.thread = Thread.ofPlatform().name(name).daemon().start(this::run);
  }

  /// An EMT asks for an event.
  ///
  /// @throws IllegalStateException if an earlier one could not be sent
  void ask(int whichNumber) {
    if (failure != null) {
      throw new IllegalStateException("an event could not be sent", failure);
    }
    number = whichNumber;
    asked = asked + 1;
    LockSupport.unpark(thread);
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
    Uninterruptibles.join(thread);
  }

  private void run() {
    int served = 0;
    while (!closed) {
      if (asked == served) {
        LockSupport.park(this);
      } else {
        served++;
        Stamps.stamp(Stage.HOST_BEGAN);
        try {
          send.accept(number);
        } catch (RuntimeException e) {
          failure = e;
        }
      }
    }
  }
}
