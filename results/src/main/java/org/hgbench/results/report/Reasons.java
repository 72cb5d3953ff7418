package org.hgbench.results.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.hgbench.results.model.OperationCounters;
import org.hgbench.results.report.Statement.Kind;
import org.hgbench.results.text.Figures;

/// Why the figures are as they are, from what was counted, and what they cannot say.
final class Reasons {
  private Reasons() {}

  /// What was counted in one operation of either transport; null where it was not counted.
  static Statement counted(Setting conditions, List<TransportPair> group) {
    TransportPair example = example(group);
    OperationCounters hgsmi = example.hgsmi().counters();
    OperationCounters hgcm = example.hgcm().counters();
    return Stream.of(hgsmi.traps(), hgcm.traps()).anyMatch(Objects::isNull)
        ? null
        : new Statement(
            conditions,
            Kind.REASON,
            null,
            "Counted in one %s: HGSMI %s; HGCM %s."
                .formatted(example.cell().workload(), counted(hgsmi), counted(hgcm)),
            "");
  }

  /// What figures under these conditions cannot say, empty on real boundaries that favour nobody.
  static Optional<Statement> caution(Setting conditions) {
    String text =
        switch (conditions.boundary()) {
          case "simulated" ->
              conditions.trapCost() == null || conditions.trapCost().equals("none")
                  ? "A trap costs no more than a call here: this compares software alone."
                  : "Traps and interrupts cost what was published ("
                      + conditions.trapCost()
                      + "); no real host was measured.";
          case "process" ->
              "A trap is two context switches here, which favours HGCM; nothing is judged from this"
                  + " alone.";
          default -> null;
        };
    return Optional.ofNullable(text)
        .map(words -> new Statement(conditions, Kind.CAUTION, null, words, ""));
  }

  private static TransportPair example(List<TransportPair> group) {
    return group.stream()
        .filter(pair -> pair.cell().workload().equals("call"))
        .findFirst()
        .orElse(group.getFirst());
  }

  private static String counted(OperationCounters counters) {
    List<String> parts = new ArrayList<>();
    count(parts, counters.traps(), "trap", "traps");
    count(parts, counters.interrupts(), "interrupt", "interrupts");
    count(parts, counters.handovers(), "hand-over", "hand-overs");
    if (counters.bytesCopied() != null) {
      parts.add(
          counters.bytesCopied() == 0
              ? "nothing copied"
              : Figures.bytes(counters.bytesCopied()) + " copied");
    }
    return String.join(", ", parts);
  }

  private static void count(List<String> parts, Double count, String one, String many) {
    if (count != null) {
      parts.add(
          count == 0 ? "no " + one : Figures.significant(count) + " " + (count == 1 ? one : many));
    }
  }
}
