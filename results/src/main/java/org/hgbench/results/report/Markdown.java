package org.hgbench.results.report;

/// Text that came from a file, made safe for Markdown.
final class Markdown {
  private Markdown() {}

  static String escape(String text) {
    return text.replaceAll("([\\\\`*_<>|\\[\\]#])", "\\\\$1").replaceAll("\\s*\\R\\s*", " ");
  }
}
