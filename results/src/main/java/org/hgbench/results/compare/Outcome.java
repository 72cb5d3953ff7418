package org.hgbench.results.compare;

/// What a command prints and how it ends.
///
/// @param text to print or to write to a file
/// @param exitCode for the shell, one of the constants here
public record Outcome(String text, int exitCode) {
  /// Nothing got worse.
  public static final int NOTHING_WORSE = 0;

  /// Something got worse.
  public static final int WORSE = 1;

  /// A gating cell is unclear; only when strict.
  public static final int UNCLEAR = 3;

  /// The runs, or gating cells of them, cannot be compared.
  public static final int NOT_COMPARABLE = 4;

  /// The question itself was wrong.
  public static final int USAGE = 64;
}
