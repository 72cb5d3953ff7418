package org.hgbench.machine.os;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/// Waiting for a word of memory that processes share. One thread at a time may use an object.
///
/// Source: `linux/futex.h`.
public final class Futex {
  private static final int WAIT = 0;
  private static final int WAKE = 1;
  private static final int CALL = SystemCall.FUTEX.number();
  private static final long SECOND = 1_000_000_000;

  private final Kernel kernel = new Kernel();
  private final MemorySegment timeout = Arena.ofAuto().allocate(16, 8); // struct timespec

  /// Creates one, for one thread at a time.
  public Futex() {}

  /// Sleeps while the word is `expected`, until somebody wakes it, a signal comes or the time is
  /// up. May return early for no reason.
  ///
  /// @param address of the word in this process
  public void await(long address, int expected, long nanos) {
    timeout.set(JAVA_LONG, 0, nanos / SECOND);
    timeout.set(JAVA_LONG, 8, nanos % SECOND);
    kernel.call(CALL, address, WAIT, expected, timeout.address(), 0, 0);
  }

  /// Wakes one thread that waits for the word.
  public void wake(long address) {
    kernel.call(CALL, address, WAKE, 1);
  }
}
