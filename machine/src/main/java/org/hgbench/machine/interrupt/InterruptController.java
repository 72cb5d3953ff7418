package org.hgbench.machine.interrupt;

/// Where interrupt lines end: each boundary takes an interrupt to the guest in its own way.
///
/// Called on whatever thread raised or lowered the line, with the device's lock held; must not
/// block.
public interface InterruptController {
  /// How many lines it has, so how many devices a machine: a pair of PC interrupt controllers, less
  /// what the timer, the keyboard, the cascade and the clock take.
  int LINES = 12;

  /// A line went high.
  void raised(InterruptLine line);

  /// A line went low.
  void lowered(InterruptLine line);
}
