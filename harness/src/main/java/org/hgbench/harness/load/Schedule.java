package org.hgbench.harness.load;

/// When operations are due.
@FunctionalInterface
public interface Schedule {
  /// When the next operation is due, in nanoseconds from the beginning; never earlier than the one
  /// before.
  long next();
}
