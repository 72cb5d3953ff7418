package org.hgbench.results.compare;

import java.util.List;
import org.hgbench.results.text.Figures;

/// A comparison for a pull request: one line when nothing changed.
final class MarkdownReport {
  private static final String SPECIAL = "([\\\\`*_\\[\\]<>|#])";

  private MarkdownReport() {}

  static String of(Comparison comparison) {
    StringBuilder text = new StringBuilder();
    text.append("**hgbench**: ").append(escape(Answer.of(comparison))).append(".\n");
    List<CellComparison> changed =
        comparison.gating().stream()
            .filter(cell -> cell.verdict() == Verdict.WORSE || cell.verdict() == Verdict.BETTER)
            .toList();
    List<CellComparison> open =
        comparison.gating().stream()
            .filter(cell ->
                cell.verdict() == Verdict.UNCLEAR || cell.verdict() == Verdict.NOT_COMPARABLE)
            .toList();
    if (!changed.isEmpty()) {
      text.append('\n');
      table(text, changed, comparison.options().alpha());
    }
    boolean quiet = changed.isEmpty() && comparison.exitCode() == Outcome.NOTHING_WORSE;
    if (!quiet) {
      details(text, comparison, open);
    }
    return text.toString();
  }

  private static void table(StringBuilder text, List<CellComparison> cells, double alpha) {
    text.append("| cell | base | new | change | ")
        .append(Wording.format("%.0f%% interval", 100 * (1 - alpha)))
        .append(" | p (Holm) | verdict |\n")
        .append("| --- | ---: | ---: | ---: | ---: | ---: | --- |\n");
    for (CellComparison cell : cells) {
      String verdict = cell.verdict().label();
      text.append("| ")
          .append(
              String.join(
                  " | ",
                  escape(cell.label()),
                  Figures.nanos(cell.baseNanos()),
                  Figures.nanos(cell.newNanos()),
                  Wording.change(cell.effect()),
                  Wording.changes(cell.interval()),
                  Wording.p(cell.adjustedP()),
                  cell.verdict() == Verdict.WORSE ? "**" + verdict + "**" : verdict))
          .append(" |\n");
    }
  }

  private static void details(
      StringBuilder text, Comparison comparison, List<CellComparison> open) {
    text.append("\n<details><summary>")
        .append(Wording.plural(open.size(), "open cell"))
        .append(", the runs and notes</summary>\n\n");
    for (CellComparison cell : open) {
      item(text, cell.label() + ": " + cell.verdict().label() + ", " + cell.reason());
    }
    for (CellComparison cell : comparison.gating()) {
      cell.notes().forEach(note -> item(text, cell.label() + ": " + note));
    }
    comparison.notes().forEach(note -> item(text, note));
    item(text, Answer.run("base", comparison.base()));
    item(text, Answer.run("new", comparison.next()));
    if (!comparison.shared().isEmpty()) {
      item(text, "all cells: " + String.join(", ", comparison.shared()));
    }
    text.append("\n</details>\n");
  }

  private static void item(StringBuilder text, String what) {
    text.append("- ").append(escape(what)).append('\n');
  }

  private static String escape(String text) {
    return text.replaceAll(SPECIAL, "\\\\$1").replace('\n', ' ');
  }
}
