package org.hgbench.harness.environment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hgbench.results.model.Environment;
import org.hgbench.results.model.Environment.Finding;

/// The doctor's report for a terminal: plain text, at most [#WIDTH] columns.
///
/// Grade first, then the machine, then the findings as they are ordered in the environment (worst
/// first), each with its remedy below it. An asterisk marks findings that do not count for the
/// grade.
public final class DoctorText {
  /// Longest line.
  public static final int WIDTH = 96;

  private static final String FACT = "  %-12s%s";
  private static final String ROW = "  %-6s%-14s%s";
  private static final int VALUE_COLUMN = 22;

  private DoctorText() {}

  /// Renders the report; every line ends with a line feed.
  public static String render(Environment environment) {
    List<String> lines = new ArrayList<>();
    lines.add("Grade of this machine for measuring: %s".formatted(word(environment.grade())));
    lines.add("");
    fact(lines, "cpu", environment.cpu());
    fact(lines, "processors", environment.cores());
    fact(lines, "memory", gibibytes(environment.memoryBytes()));
    fact(lines, "system", environment.os());
    fact(lines, "kernel", environment.kernel());
    fact(lines, "java", environment.jdk());
    lines.add("");
    environment.findings().forEach(finding -> finding(lines, finding));
    if (environment.findings().stream().anyMatch(finding -> !Doctor.isWeighty(finding))) {
      lines.add("");
      lines.add("  * advice: does not count for the grade");
    }
    return String.join("\n", lines) + "\n";
  }

  private static void fact(List<String> lines, String name, Object value) {
    if (value != null) {
      wrapped(lines, FACT.formatted(name, ""), String.valueOf(value));
    }
  }

  private static void finding(List<String> lines, Finding finding) {
    String name = Doctor.isWeighty(finding) ? finding.name() : finding.name() + " *";
    wrapped(lines, ROW.formatted(finding.grade(), name, ""), finding.value());
    if (finding.remedy() != null) {
      wrapped(lines, " ".repeat(VALUE_COLUMN), finding.remedy());
    }
  }

  /// Adds text behind a prefix, and what does not fit below its beginning.
  private static void wrapped(List<String> lines, String prefix, String text) {
    StringBuilder line = new StringBuilder(prefix);
    boolean empty = true;
    for (String word : printable(text).split(" +")) {
      if (!empty && line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString());
        line = new StringBuilder(" ".repeat(prefix.length()));
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
    }
    lines.add(line.toString());
  }

  /// Firmware and files name what they like; a terminal must not obey it.
  private static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}", " ").strip();
  }

  private static String word(String grade) {
    return grade == null ? "not graded" : grade;
  }

  private static String gibibytes(Long bytes) {
    return bytes == null
        ? null
        : String.format(Locale.ROOT, "%.1f GiB", bytes / (double) (1L << 30));
  }
}
