package org.hgbench.machine.interrupt;

/// A level-triggered interrupt line from a device to the machine's interrupt controller.
///
/// The device raises and lowers it under a lock of its own; raising a high line and lowering a low
/// one change nothing.
public final class InterruptLine {
  private final int number;
  private final InterruptController controller;
  private volatile boolean high;

  /// Connects line `number` to its controller, low.
  ///
  /// @throws IllegalArgumentException if the controller has no such line
  public InterruptLine(int number, InterruptController controller) {
    if (number < 0 || number >= InterruptController.LINES) {
      throw new IllegalArgumentException(
          "no such interrupt line: number=%d, there are %d"
              .formatted(number, InterruptController.LINES));
    }
    this.number = number;
    this.controller = controller;
  }

  /// The line's number at the controller.
  public int number() {
    return number;
  }

  /// Whether the device asks for service.
  public boolean isHigh() {
    return high;
  }

  /// The device has something done on an EMT, as soon as one waits for an interrupt: a vCPU that
  /// waits is woken for it, leaves its guest, and halts again if no interrupt comes of it. A guest
  /// that never halts keeps its EMT for itself.
  ///
  /// @throws UnsupportedOperationException if the controller has no EMT
  public void post(Runnable work) {
    controller.post(this, work);
  }

  /// The device asks for service.
  public void raise() {
    if (!high) {
      high = true;
      controller.raised(this);
    }
  }

  /// The device has been served.
  public void lower() {
    if (high) {
      high = false;
      controller.lowered(this);
    }
  }
}
