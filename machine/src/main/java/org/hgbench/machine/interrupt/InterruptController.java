package org.hgbench.machine.interrupt;

/// Where interrupt lines end: each boundary takes an interrupt to the guest in its own way.
///
/// Called on whatever thread raised or lowered the line, with the device's lock held; must not
/// block.
public interface InterruptController {
  /// How many lines it has, so how many devices a machine: what a pair of PC interrupt controllers
  /// can take as level-triggered, less a few that boundaries need for themselves.
  int LINES = 8;

  /// A line went high.
  void raised(InterruptLine line);

  /// A line went low.
  void lowered(InterruptLine line);

  /// The device of a line wants something done on an EMT.
  ///
  /// @throws UnsupportedOperationException if there is no EMT behind this controller
  default void post(InterruptLine line, Runnable work) {
    throw new UnsupportedOperationException("no EMT: line=" + line.number());
  }
}
