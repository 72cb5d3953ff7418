package org.hgbench.harness.targets;

/// One of the ways of doing a piece of work that a target compares.
///
/// All methods are called by one thread.
public interface Contender extends AutoCloseable {
  /// What it is called in the table.
  String name();

  /// Makes ready for a slice, untimed: starts the thread of the other side, if there is one.
  default void begin() {}

  /// Does the work, timed, until all of it has arrived. The numbers that are sent go on from slice
  /// to slice, and are the same for each contender.
  void run(int operations);

  /// Ends a slice, untimed.
  ///
  /// @return the sum of all bytes that the receiving end has read so far
  long end();

  @Override
  void close();
}
