package org.hgbench.results.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Rows in aligned columns: the first and the last to the left, figures to the right.
final class TextTable {
  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();

  TextTable row(String... cells) {
    rows.add(List.of(cells));
    return this;
  }

  String text() {
    int columns = rows.getFirst().size();
    int[] widths = IntStream.range(0, columns).map(this::width).toArray();
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < columns; i++) {
        boolean left = i == 0 || i == columns - 1;
        String padding = " ".repeat(widths[i] - length(row.get(i)));
        line.append(i == 0 ? "" : GAP).append(left ? row.get(i) + padding : padding + row.get(i));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> length(row.get(column))).max().orElse(0);
  }

  private static int length(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
