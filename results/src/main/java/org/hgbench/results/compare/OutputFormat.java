package org.hgbench.results.compare;

/// How a comparison is written.
public enum OutputFormat {
  /// Aligned columns for a terminal.
  TEXT,
  /// For a pull request: one line when nothing changed.
  MARKDOWN,
  /// For programs: schema `hgbench.comparison/1`.
  JSON,
  /// For CI servers: one test case per gating cell.
  JUNIT
}
