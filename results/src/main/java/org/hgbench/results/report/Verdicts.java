package org.hgbench.results.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.hgbench.results.chart.Outcome;
import org.hgbench.results.chart.Series;
import org.hgbench.results.model.Run;
import org.hgbench.results.report.Verdict.Kind;
import org.hgbench.results.text.Figures;

/// The answer of a run in sentences: for which work which transport, by how much, why, and what
/// must not be concluded from it.
public final class Verdicts {
  private static final String HGCM_BUYS =
      "What HGCM offers for its price: a service called by name through one driver that every guest"
          + " shares, and buffers anywhere in guest memory.";
  private static final String HGSMI_ASKS =
      "HGSMI asks for a device and a guest driver of its own, and for the payload to lie in the"
          + " shared area.";

  private Verdicts() {}

  /// The verdicts as sentences, each fit to stand alone.
  public static List<String> of(Run run) {
    return of(run, Pairs.of(run)).stream().map(Verdict::sentence).toList();
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
    return of(run, judged.isEmpty() ? pairs : judged).stream().map(Verdict::sentence).toList();
  }

  /// The verdicts by conditions: headline, work by work, reason, caution; last what concerns all.
  public static List<Verdict> of(Run run, List<TransportPair> pairs) {
    List<Verdict> verdicts = new ArrayList<>();
    Pairs.byConditions(pairs)
        .forEach((conditions, group) -> {
          verdicts.add(headline(conditions, group));
          byWork(group).values().forEach(work -> verdicts.add(WorkVerdict.of(work)));
          verdicts.addAll(Reasons.of(conditions, group));
        });
    if (run.interrupted()) {
      verdicts.add(
          0,
          new Verdict(
              null,
              Kind.CAUTION,
              null,
              "This run was interrupted: what is missing was not measured, what is here was.",
              ""));
    }
    verdicts.add(
        pairs.isEmpty()
            ? new Verdict(
                null,
                Kind.CAUTION,
                null,
                "Nothing to compare: no work was measured on both transports under the same"
                    + " conditions.",
                "")
            : new Verdict(null, Kind.REASON, null, HGCM_BUYS, HGSMI_ASKS));
    return List.copyOf(verdicts);
  }

  private static Verdict headline(Conditions conditions, List<TransportPair> group) {
    Outcome first = group.getFirst().outcome();
    boolean unanimous = group.stream().allMatch(pair -> pair.outcome() == first);
    Series winner = unanimous && first.decided() ? first.series() : null;
    String lead;
    if (winner != null) {
      lead =
          group.size() == 1
              ? "%s is faster.".formatted(winner)
              : "%s is faster in all %d comparisons, %s times as fast."
                  .formatted(winner, group.size(), range(group));
    } else {
      List<String> parts = new ArrayList<>();
      for (Outcome outcome : Outcome.values()) {
        long count = group.stream().filter(pair -> pair.outcome() == outcome).count();
        if (count > 0) {
          parts.add("%s in %d of %d".formatted(outcome.label(), count, group.size()));
        }
      }
      lead = capital(String.join("; ", parts)) + ".";
    }
    return new Verdict(conditions, Kind.HEADLINE, winner, lead, "");
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
