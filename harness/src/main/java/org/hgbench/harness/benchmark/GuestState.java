package org.hgbench.harness.benchmark;

import org.hgbench.harness.link.Operation;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.ThreadParams;

/// One guest thread: its operation and how many it has done.
@State(Scope.Thread)
public class GuestState {
  /// What it does.
  Operation operation;

  private Thread thread;
  private long sequence;

  /// Takes its operation from the link, and joins the threads that the link is observed with.
  @Setup(Level.Trial)
  public void open(LinkState link, ThreadParams self) {
    thread = Thread.currentThread();
    operation = link.join(this, self.getThreadIndex());
  }

  /// The number of the next operation.
  long next() {
    return sequence++;
  }

  /// How many operations have begun.
  long operations() {
    return sequence;
  }

  /// The thread.
  Thread thread() {
    return thread;
  }
}
