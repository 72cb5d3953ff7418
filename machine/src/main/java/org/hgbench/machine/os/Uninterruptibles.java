package org.hgbench.machine.os;

/// Waits that an interrupt does not end. It is kept for whoever asks for it next.
public final class Uninterruptibles {
  private Uninterruptibles() {}

  /// Waits until a thread has ended.
  public static void join(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
