package org.hgbench.results.io;

import java.nio.file.Path;

/// A run directory, or a file in it, cannot be used. The message is one sentence that names the
/// file and the reason, fit to be shown as it is (exit code 65).
public final class InvalidRunException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Path file;

  /// @param file what could not be used
  /// @param reason why, without the name of the file
  public InvalidRunException(Path file, String reason) {
    this(file, reason, null);
  }

  /// @param file what could not be used
  /// @param reason why, without the name of the file
  /// @param cause what was noticed first
  public InvalidRunException(Path file, String reason, Throwable cause) {
    super(file + ": " + reason, cause);
    this.file = file;
  }

  /// The file or directory that could not be used.
  public Path file() {
    return file;
  }
}
