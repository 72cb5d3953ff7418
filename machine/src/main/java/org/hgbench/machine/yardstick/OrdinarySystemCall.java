package org.hgbench.machine.yardstick;

import org.hgbench.machine.os.Kernel;
import org.hgbench.machine.os.SystemCall;

/// A system call with nothing behind it. On the guest thread of boundary `process` it goes through
/// the filter, like all the thread's calls; on any other thread it does not: the difference is what
/// the filter costs.
public final class OrdinarySystemCall {
  private static final int CALL = SystemCall.GETTID.number();

  private final Kernel kernel = new Kernel();

  /// Creates one, for one thread at a time.
  public OrdinarySystemCall() {}

  /// Does it so many times and returns the kernel's number of this thread.
  public long repeat(int times) {
    long thread = 0;
    for (int i = 0; i < times; i++) {
      thread = kernel.call(CALL, 0, 0, 0);
    }
    return thread;
  }
}
