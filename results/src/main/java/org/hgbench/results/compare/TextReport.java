package org.hgbench.results.compare;

import java.util.Comparator;
import java.util.List;
import org.hgbench.results.text.Figures;

/// A comparison for a terminal: the answer first, then what it rests on.
final class TextReport {
  private TextReport() {}

  static String of(Comparison comparison) {
    StringBuilder text = new StringBuilder(Answer.of(comparison)).append('\n');
    text.append(Answer.run("base", comparison.base())).append('\n');
    text.append(Answer.run("new ", comparison.next())).append('\n');
    if (!comparison.shared().isEmpty()) {
      text.append("all  ").append(String.join(", ", comparison.shared())).append('\n');
    }
    comparison.notes().forEach(note -> text.append("note ").append(note).append('\n'));
    List<CellComparison> gating =
        comparison.gating().stream().sorted(Comparator.comparing(CellComparison::verdict)).toList();
    if (!gating.isEmpty()) {
      text.append('\n').append(table("gating", "p (Holm)", gating, comparison.options().alpha()));
      reasons(text, gating);
    }
    List<CellComparison> other =
        comparison.other().stream()
            .filter(cell -> cell.verdict() == Verdict.WORSE || cell.verdict() == Verdict.BETTER)
            .toList();
    long still = comparison.other().size() - other.size();
    if (!other.isEmpty()) {
      text.append('\n')
          .append(table("without a gate", "q (BH)", other, comparison.options().alpha()));
    }
    if (still > 0) {
      text.append('\n')
          .append(Wording.plural(still, "cell"))
          .append(still == 1 ? " without a gate shows" : " without a gate show")
          .append(" no change\n");
    }
    return text.toString();
  }

  private static String table(
      String title, String adjusted, List<CellComparison> cells, double alpha) {
    String interval = Wording.format("%.0f%% interval", 100 * (1 - alpha));
    TextTable table =
        new TextTable().row(title, "base", "", "new", "", "change", interval, adjusted, "verdict");
    for (CellComparison cell : cells) {
      if (cell.baseForks() == 0 || cell.newForks() == 0) {
        table.row(cell.label(), "-", "", "-", "", "-", "-", "-", cell.verdict().label());
      } else {
        table.row(
            cell.label(),
            Figures.nanos(cell.baseNanos()),
            spread(cell.baseSpread()),
            Figures.nanos(cell.newNanos()),
            spread(cell.newSpread()),
            Wording.change(cell.effect()),
            Wording.changes(cell.interval()),
            Wording.p(cell.adjustedP()),
            cell.verdict().label());
      }
    }
    return table.text();
  }

  private static void reasons(StringBuilder text, List<CellComparison> cells) {
    boolean first = true;
    for (CellComparison cell : cells) {
      boolean open = cell.verdict() == Verdict.UNCLEAR || cell.verdict() == Verdict.NOT_COMPARABLE;
      if (open || !cell.notes().isEmpty()) {
        text.append(first ? "\n" : "");
        first = false;
      }
      if (open) {
        line(text, cell, cell.verdict().label() + ", " + cell.reason());
      }
      cell.notes().forEach(note -> line(text, cell, note));
    }
  }

  private static void line(StringBuilder text, CellComparison cell, String what) {
    text.append(cell.label()).append(": ").append(what).append('\n');
  }

  private static String spread(double spread) {
    return Wording.format("±%.1f%%", 100 * spread);
  }
}
