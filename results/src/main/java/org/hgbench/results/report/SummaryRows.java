package org.hgbench.results.report;

import java.util.ArrayList;
import java.util.List;

/// Rows of text that can be written aligned, for a terminal, or as Markdown. The first column is
/// aligned left, the others right.
final class SummaryRows {
  private final List<String> columns;
  private final List<List<String>> rows = new ArrayList<>();

  SummaryRows(String... columns) {
    this.columns = List.of(columns);
  }

  void add(String... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(
          "cells=%d columns=%d".formatted(cells.length, columns.size()));
    }
    rows.add(List.of(cells));
  }

  /// Lines of equal structure, two blanks between columns.
  String text(String indent) {
    int[] widths = new int[columns.size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = columns.get(i).length();
      for (List<String> row : rows) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    StringBuilder text = new StringBuilder();
    line(text, indent, columns, widths);
    rows.forEach(row -> line(text, indent, row, widths));
    return text.toString();
  }

  /// A Markdown table.
  String markdown() {
    StringBuilder text = new StringBuilder();
    line(text, columns);
    text.append("| --- |").append(" ---: |".repeat(columns.size() - 1)).append('\n');
    rows.forEach(row -> line(text, row));
    return text.toString();
  }

  private static void line(StringBuilder text, String indent, List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder(indent);
    for (int i = 0; i < widths.length; i++) {
      String cell = cells.get(i);
      String padding = " ".repeat(widths[i] - cell.length());
      line.append(i == 0 ? cell + padding : padding + cell).append("  ");
    }
    text.append(line.toString().stripTrailing()).append('\n');
  }

  private static void line(StringBuilder text, List<String> cells) {
    text.append('|');
    cells.forEach(cell -> text.append(' ').append(Markdown.escape(cell)).append(" |"));
    text.append('\n');
  }
}
