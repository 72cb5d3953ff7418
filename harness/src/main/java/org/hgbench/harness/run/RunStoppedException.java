package org.hgbench.harness.run;

/// A run that could not go on. What it had measured is kept, and its message says how to resume it.
public final class RunStoppedException extends Exception {
  private static final long serialVersionUID = 1;

  RunStoppedException(String message, Throwable cause) {
    super(message, cause);
  }
}
