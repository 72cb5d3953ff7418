package org.hgbench.harness.soak;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hgbench.harness.soak.Usage.Kind;
import org.hgbench.results.text.Figures;

/// How a soak stands.
///
/// @param cells in a round
/// @param readings of what the process holds, one after each round
/// @param lines what was done, per workload and transport
/// @param losses turns in which not every byte arrived, that failed, or that hung
public record SoakReport(int cells, List<Usage> readings, List<Line> lines, List<String> losses) {
  /// What was done of one workload on one transport.
  ///
  /// @param label both
  /// @param turns how often it had its turn
  /// @param operations done in all of them
  public record Line(String label, long turns, long operations) {
    Line plus(Line more) {
      return new Line(label, turns + more.turns, operations + more.operations);
    }
  }

  /// Whether nothing was lost and nothing grew.
  public boolean isSound() {
    return losses.isEmpty() && growth().stream().allMatch(Growth::isFlat);
  }

  /// Operations of all turns.
  public long operations() {
    return lines.stream().mapToLong(Line::operations).sum();
  }

  private List<Growth> growth() {
    return Arrays.stream(Kind.values()).map(kind -> Growth.of(kind, readings)).toList();
  }

  /// How things stand, in one line.
  public String brief() {
    String held =
        readings.isEmpty()
            ? "no round finished yet"
            : "heap %s, descriptors %d"
                .formatted(
                    Figures.bytes(readings.getLast().heapBytes()),
                    readings.getLast().descriptors());
    return "round %d, %,d operations, losses %d, %s"
        .formatted(readings.size() + 1, operations(), losses.size(), held);
  }

  /// Everything, a line each.
  public List<String> text() {
    List<String> text = new ArrayList<>();
    text.add("%-14s %8s %16s".formatted("workload", "turns", "operations"));
    lines.forEach(line ->
        text.add("%-14s %,8d %,16d".formatted(line.label(), line.turns(), line.operations())));
    text.add("");
    text.add(
        "%,d operations in %d whole rounds of %d cells"
            .formatted(operations(), readings.size(), cells));
    text.add("losses: " + (losses.isEmpty() ? "0" : losses.size() + " turns"));
    losses.forEach(loss -> text.add("  " + loss));
    growth().forEach(growth -> text.add(sentence(growth)));
    return text;
  }

  private static String sentence(Growth growth) {
    Kind kind = growth.kind();
    if (!growth.judged()) {
      return "%s: not judged, which takes %d whole rounds"
          .formatted(kind.label(), Growth.LEAST_ROUNDS);
    }
    return "%s: %s at first, %s at last: %s (may grow by %s)"
        .formatted(
            kind.label(),
            amount(kind, growth.first()),
            amount(kind, growth.last()),
            growth.isFlat() ? "flat" : "GROWS",
            amount(kind, kind.allowed()));
  }

  private static String amount(Kind kind, long amount) {
    return kind == Kind.HEAP ? Figures.bytes(amount) : Long.toString(amount);
  }
}
