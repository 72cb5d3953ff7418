package org.hgbench.machine.interrupt;

/// Where interrupt lines end: each boundary takes an interrupt to the guest in its own way.
///
/// Called on whatever thread raised or lowered the line, with the device's lock held; must not
/// block.
public interface InterruptController {
  /// A line went high.
  void raised(InterruptLine line);

  /// A line went low.
  void lowered(InterruptLine line);
}
