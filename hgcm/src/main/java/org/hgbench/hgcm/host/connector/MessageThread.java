package org.hgbench.hgcm.host.connector;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import org.hgbench.machine.counter.Counter;
import org.hgbench.machine.trace.Stage;
import org.hgbench.machine.trace.Stamps;

/// A host thread and its queue: messages are run one after the other, first in, first out.
///
/// Posting allocates nothing and wakes the thread only if it sleeps.
///
/// Source: VirtualBox 7.0, src/VBox/Main/src-client/HGCMThread.cpp. Differs: waiting is park and
/// unpark instead of an event semaphore.
final class MessageThread {
  private final Thread thread;
  private final Counter handovers;
  private final long patienceMillis;
  private volatile boolean spinning;
  private volatile boolean sleeping;
  private volatile Message head;
  private Message tail;
  private boolean closed;
  private volatile Throwable failure;

  /// Starts the thread.
  ///
  /// @param handovers counts what EMTs post, under the queue's lock
  /// @param patienceMillis how long others wait for this thread
  MessageThread(String name, Counter handovers, long patienceMillis) {
    this.handovers = handovers;
    this.patienceMillis = patienceMillis;
    this.thread = Thread.ofPlatform().name(name).daemon().start(this::work);
  }

  /// Lets the thread spin for messages instead of sleeping, or sleep again.
  void spin(boolean spin) {
    spinning = spin;
  }

  /// An EMT hands a message over.
  void handOver(Message message) {
    Stamps.stamp(Stage.QUEUED);
    synchronized (this) {
      handovers.increment();
      append(message);
    }
    wake();
  }

  /// Another thread of the host posts a message. Answers no if this thread has ended.
  boolean post(Message message) {
    synchronized (this) {
      if (closed) {
        return false;
      }
      append(message);
    }
    wake();
    return true;
  }

  /// Another thread of the host posts a message and waits until it is done. Answers no if this
  /// thread has ended.
  ///
  /// @throws IllegalStateException if that takes too long: the message before it hangs
  boolean send(Message.Synchronous message) {
    if (Thread.currentThread() == thread) {
      message.run();
      return true;
    }
    message.rewind();
    if (!post(message)) {
      return false;
    }
    if (!message.await(patienceMillis)) {
      throw hangs();
    }
    return true;
  }

  /// Runs what is queued, and ends the thread.
  ///
  /// @throws IllegalStateException if a message ended in an exception before, or does not end
  void close() {
    synchronized (this) {
      closed = true;
    }
    LockSupport.unpark(thread);
    try {
      if (!thread.join(Duration.ofMillis(patienceMillis))) {
        throw hangs();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for " + thread.getName(), e);
    }
    if (failure != null) {
      throw new IllegalStateException(thread.getName() + " failed", failure);
    }
  }

  private IllegalStateException hangs() {
    return new IllegalStateException(
        "%s does not answer for %d ms: it hangs at %s"
            .formatted(thread.getName(), patienceMillis, Arrays.toString(thread.getStackTrace())));
  }

  /// Keeps the first exception of a message, for [#close] to report.
  void failed(Throwable cause) {
    if (failure == null) {
      failure = cause;
    } else {
      failure.addSuppressed(cause);
    }
  }

  /// The first exception of a message, or null.
  Throwable failure() {
    return failure;
  }

  private void append(Message message) {
    message.next = null;
    if (head == null) {
      head = message;
    } else {
      tail.next = message;
    }
    tail = message;
  }

  private void wake() {
    // `head` was written before and `sleeping` is read now; the thread writes `sleeping` before it
    // reads `head`: one of the two sees the other.
    if (sleeping) {
      LockSupport.unpark(thread);
    }
  }

  private void work() {
    Message message = take();
    while (message != null) {
      try {
        message.run();
      } catch (RuntimeException | Error e) {
        failed(e);
      }
      message = take();
    }
  }

  /// The next message, or null when the thread is to end.
  private Message take() {
    while (true) {
      if (head != null) {
        return remove();
      }
      if (isClosed()) {
        return null;
      }
      if (spinning) {
        Thread.onSpinWait();
      } else {
        sleep();
      }
    }
  }

  private synchronized Message remove() {
    Message message = head;
    head = message.next;
    message.next = null;
    return message;
  }

  private synchronized boolean isClosed() {
    return closed && head == null;
  }

  private void sleep() {
    sleeping = true;
    if (head == null && !isClosed()) {
      LockSupport.park(this);
    }
    sleeping = false;
  }
}
