package org.hgbench.machine.trace;

/// A point on the way of an operation that a stamp can be taken at. Which of them an operation
/// passes, and in which order, is its transport's affair.
public enum Stage {
  /// The guest has built its request and is about to trap.
  BUILT,
  /// The device's port handler was entered.
  TRAPPED,
  /// The thread of the host that has something to tell the guest was woken.
  HOST_BEGAN,
  /// The request or buffer was read and found good.
  PARSED,
  /// What travels to the host has been copied.
  COPIED_IN,
  /// The request is about to be put into the queue of another thread.
  QUEUED,
  /// The code that does the work was entered.
  SERVICE_BEGAN,
  /// It is done.
  SERVICE_ENDED,
  /// What travels to the guest has been copied, and the request is about to say that it is done.
  COPIED_OUT,
  /// The interrupt line is about to be raised.
  RAISED,
  /// The acknowledgement of the interrupt has reached the device.
  ACKNOWLEDGED,
  /// The guest goes on.
  WOKE,
  /// The guest has fetched what it was told of.
  FETCHED,
  /// What the host lent the guest has come back.
  GIVEN_BACK
}
