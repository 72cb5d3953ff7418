package org.hgbench.machine.boundary;

import java.util.ArrayDeque;
import java.util.Deque;

/// What the host's other threads want done on an EMT, in their order, until one has left its guest.
///
/// Any thread adds; the EMT runs what is there, and what its running adds.
public final class EmtQueue {
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private volatile boolean hasWork;

  /// Creates an empty one.
  public EmtQueue() {}

  /// Whether nothing is to be done.
  public boolean isEmpty() {
    return !hasWork;
  }

  /// Adds something to be done. The EMT is still to be told.
  public synchronized void add(Runnable work) {
    waiting.add(work);
    hasWork = true;
  }

  /// EMT: does all that is to be done.
  public void run() {
    while (hasWork) {
      take().run();
    }
  }

  private synchronized Runnable take() {
    Runnable work = waiting.poll();
    hasWork = !waiting.isEmpty();
    return work == null ? () -> {} : work;
  }
}
