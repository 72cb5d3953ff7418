package org.hgbench.machine.os;

/// What this JVM runs on.
public final class Platform {
  /// The processor, as Java names it: `amd64`, `aarch64`, ...
  public static final String ARCHITECTURE = System.getProperty("os.arch");

  /// Whether it is Linux on a processor whose system calls are known here.
  public static final boolean IS_LINUX =
      System.getProperty("os.name").equals("Linux")
          && (ARCHITECTURE.equals("amd64") || ARCHITECTURE.equals("aarch64"));

  private Platform() {}
}
