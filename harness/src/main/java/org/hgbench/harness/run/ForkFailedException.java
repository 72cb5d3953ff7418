package org.hgbench.harness.run;

/// A fork that ended without a result.
final class ForkFailedException extends Exception {
  private static final long serialVersionUID = 1;

  ForkFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
