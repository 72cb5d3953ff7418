package org.hgbench.harness.plan;

import java.nio.file.Path;

/// A profile of the user's that cannot be read, or says what makes no sense.
public final class InvalidProfileException extends RuntimeException {
  private static final long serialVersionUID = 1;

  InvalidProfileException(Path file, String reason, Throwable cause) {
    super("profile %s: %s".formatted(file, reason), cause);
  }
}
