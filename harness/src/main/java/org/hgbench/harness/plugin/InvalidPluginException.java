package org.hgbench.harness.plugin;

import java.nio.file.Path;

/// A plug-in that cannot be read, or brings nothing.
public final class InvalidPluginException extends RuntimeException {
  private static final long serialVersionUID = 1;

  InvalidPluginException(Path jar, String reason) {
    super("plug-in %s: %s".formatted(jar, reason));
  }
}
