package org.hgbench.machine.os;

/// A system call that the operating system refused.
public final class OsException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int errno;

  OsException(String call, int errno, String meaning) {
    super("%s failed: %s (errno=%d)".formatted(call, meaning, errno));
    this.errno = errno;
  }

  /// The error number of `errno.h`.
  public int errno() {
    return errno;
  }
}
