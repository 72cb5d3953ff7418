package org.hgbench.results.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import org.hgbench.results.chart.TransportVerdict;
import org.hgbench.results.model.Run;
import org.hgbench.results.report.Statement.Kind;
import org.hgbench.results.text.Figures;

/// The answer of a run in sentences: for which work which transport, by how much, why, and what
/// must not be concluded from it.
public final class Verdicts {
  private static final String PRICE =
      "HGCM offers a service called by name through one driver that every guest shares, and buffers"
          + " anywhere in guest memory; HGSMI asks for a device and a driver of its own, and for"
          + " the payload to lie in the shared area.";

  private Verdicts() {}

  /// The verdicts as sentences, each fit to stand alone.
  public static List<String> of(Run run) {
    return of(run, Pairs.of(run)).stream().map(Statement::sentence).toList();
  }

  /// The verdicts under the conditions that comparisons judge, as sentences; all where there are no
  /// such conditions. The rest was only looked at.
  public static List<String> gating(Run run) {
    List<TransportPair> pairs = Pairs.of(run);
    List<TransportPair> judged =
        Pairs.byConditions(pairs).values().stream()
            .filter(group -> group.stream().anyMatch(TransportPair::gating))
            .flatMap(List::stream)
            .toList();
    return of(run, judged.isEmpty() ? pairs : judged).stream().map(Statement::sentence).toList();
  }

  /// The verdicts by conditions: headline, work by work, reason, caution; last what concerns all.
  static List<Statement> of(Run run, List<TransportPair> pairs) {
    SequencedMap<Setting, List<TransportPair>> groups = Pairs.byConditions(pairs);
    List<Statement> reasons =
        groups.entrySet().stream()
            .map(group -> Reasons.counted(group.getKey(), group.getValue()))
            .filter(Objects::nonNull)
            .toList();
    boolean oneReason = reasons.stream().map(Statement::lead).distinct().count() == 1;
    List<Statement> all = new ArrayList<>();
    if (run.interrupted()) {
      all.add(
          general(
              Kind.CAUTION,
              "This run was interrupted: what is missing was not measured, what is here was."));
    }
    if (pairs.isEmpty()) {
      all.add(
          general(
              Kind.CAUTION,
              "Nothing to compare: no work was measured on both transports under the same"
                  + " conditions."));
      return all;
    }
    boolean gates = pairs.stream().anyMatch(TransportPair::gating);
    groups.forEach((conditions, group) -> {
      all.add(headline(conditions, group, gates));
      byWork(group).values().forEach(work -> all.add(WorkVerdict.of(work)));
      if (!oneReason) {
        reasons.stream().filter(reason -> reason.conditions().equals(conditions)).forEach(all::add);
      }
      Reasons.caution(conditions).ifPresent(all::add);
    });
    if (oneReason) {
      all.add(general(Kind.REASON, reasons.getFirst().lead()));
    }
    all.add(general(Kind.REASON, PRICE));
    return all;
  }

  private static Statement general(Kind kind, String text) {
    return new Statement(null, kind, null, text, "");
  }

  /// What holds for the work of a group that gates, or for all of it where none does. Pairs with
  /// too few forks have no say where others have. Where other conditions gate, these were only
  /// looked at.
  private static Statement headline(Setting conditions, List<TransportPair> group, boolean gates) {
    List<TransportPair> gating = group.stream().filter(TransportPair::gating).toList();
    List<TransportPair> judged =
        (gating.isEmpty() ? group : gating)
            .stream().filter(pair -> pair.outcome() != TransportVerdict.TOO_FEW).toList();
    if (judged.isEmpty()) {
      return new Statement(conditions, Kind.GLIMPSE, null, WorkVerdict.glimpse(group) + ".", "");
    }
    Kind kind = gates && gating.isEmpty() ? Kind.GLIMPSE : Kind.HEADLINE;
    TransportVerdict first = judged.getFirst().outcome();
    if (first.decided() && judged.stream().allMatch(pair -> pair.outcome() == first)) {
      String where =
          judged.size() == 1
              ? " (" + judged.getFirst().label() + ")"
              : " in all " + judged.size() + " comparisons";
      String lead = "%s is %s times as fast%s.".formatted(first.series(), range(judged), where);
      return new Statement(conditions, kind, first.series(), lead, "");
    }
    List<String> parts = new ArrayList<>();
    for (TransportVerdict outcome : TransportVerdict.values()) {
      long count = judged.stream().filter(pair -> pair.outcome() == outcome).count();
      if (count > 0) {
        parts.add("%s in %d of %d".formatted(outcome.label(), count, judged.size()));
      }
    }
    String lead = capital(String.join("; ", parts)) + ".";
    return new Statement(conditions, kind, null, lead, "");
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  static String range(List<TransportPair> pairs) {
    double least = pairs.stream().mapToDouble(TransportPair::advantage).min().orElseThrow();
    double most = pairs.stream().mapToDouble(TransportPair::advantage).max().orElseThrow();
    String low = Figures.significant(least);
    String high = Figures.significant(most);
    return low.equals(high) ? low : low + " to " + high;
  }

  // One sentence for each workload and way of doing it, over all payloads.
  private static SequencedMap<String, List<TransportPair>> byWork(List<TransportPair> group) {
    SequencedMap<String, List<TransportPair>> works = new LinkedHashMap<>();
    for (TransportPair pair : group) {
      works
          .computeIfAbsent(pair.cell().workload() + '\n' + pair.ways(), absent -> new ArrayList<>())
          .add(pair);
    }
    return works;
  }
}
