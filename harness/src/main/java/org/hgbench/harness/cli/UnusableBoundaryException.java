package org.hgbench.harness.cli;

/// The boundary that was asked for cannot be used on this machine.
final class UnusableBoundaryException extends RuntimeException {
  private static final long serialVersionUID = 1;

  UnusableBoundaryException(String message) {
    super(message);
  }
}
