package org.hgbench.fuzz;

/// What Jazzer calls.
public final class FuzzEntry {
  /// The name of the target.
  static final String TARGET = "hgbench.fuzz.target";

  private static FuzzTarget target;

  private FuzzEntry() {}

  /// Before the first input.
  public static void fuzzerInitialize() {
    target = FuzzTargets.open(System.getProperty(TARGET));
  }

  /// After the last input.
  public static void fuzzerTearDown() {
    target.close();
  }

  /// An input.
  public static void fuzzerTestOneInput(byte[] input) {
    target.run(input);
  }
}
