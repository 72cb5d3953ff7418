package org.hgbench.hgcm.guest;

/// How the interrupt handler acknowledges events.
public enum Acknowledgement {
  /// By request 41, which the host answers in user mode. What Linux does.
  REQUEST,
  /// By the fast port, which a real host answers in its kernel. What the Additions do.
  FAST_PORT
}
