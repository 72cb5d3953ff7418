package org.hgbench.hgcm.host.connector;

/// Something to be done on a host thread, in its turn. In one queue at a time.
abstract class Message {
  /// The next one in the queue, under the queue's lock.
  Message next;

  /// Does it, on the thread whose queue it was in.
  abstract void run();

  /// A message that one thread sends and waits for. May be sent again afterwards.
  abstract static class Synchronous extends Message {
    private boolean done;

    @Override
    final void run() {
      try {
        perform();
      } finally {
        synchronized (this) {
          done = true;
          notifyAll();
        }
      }
    }

    abstract void perform();

    /// Before it is sent.
    final synchronized void rewind() {
      done = false;
    }

    /// Waits until it is done. Answers no if that takes too long.
    ///
    /// @throws IllegalStateException if this thread was interrupted
    final synchronized boolean await(long millis) {
      try {
        long start = System.nanoTime();
        while (!done) {
          long left = millis - (System.nanoTime() - start) / 1_000_000;
          if (left <= 0) {
            return false;
          }
          wait(left);
        }
        return true;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while waiting for a service", e);
      }
    }
  }
}
