package org.hgbench.harness.cli;

/// The exit codes of every command; `compare` has its own beside them, in
/// [org.hgbench.results.compare.Outcome]. 2 is left to `make` and argument parsers.
final class ExitCode {
  static final int OK = 0;
  static final int USAGE = 64;
  static final int INVALID_INPUT = 65;
  static final int FAILED = 70;
  static final int UNUSABLE_BOUNDARY = 75;

  private ExitCode() {}
}
