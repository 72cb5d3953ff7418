package org.hgbench.harness.plugin;

/// A plug-in that threw.
public final class PluginFailedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  PluginFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
