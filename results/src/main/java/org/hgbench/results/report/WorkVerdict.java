package org.hgbench.results.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hgbench.results.chart.Series;
import org.hgbench.results.chart.TransportVerdict;
import org.hgbench.results.model.Measurement;
import org.hgbench.results.report.Statement.Kind;
import org.hgbench.results.text.Figures;

/// The verdict on one kind of work, whether one payload was measured or many.
final class WorkVerdict {
  private WorkVerdict() {}

  /// The verdict.
  ///
  /// @param pairs of one workload, one way of doing it and one set of conditions, by rising payload
  static Statement of(List<TransportPair> pairs) {
    List<List<TransportPair>> stretches = stretches(pairs);
    Series faster = stretches.size() == 1 ? pairs.getFirst().faster() : null;
    String lead =
        subject(pairs) + ": " + (stretches.size() == 1 ? one(pairs) : many(stretches)) + ".";
    return new Statement(
        pairs.getFirst().conditions(), Kind.WORK, faster, lead, detail(example(pairs), pairs));
  }

  /// What forks that are too few to judge have shown.
  static String glimpse(List<TransportPair> pairs) {
    long hgsmi = pairs.stream().filter(pair -> pair.ratio() > 1).count();
    String seen;
    if (hgsmi == pairs.size() || hgsmi == 0) {
      seen =
          "%s was %s times as fast"
              .formatted(hgsmi == 0 ? Series.HGCM : Series.HGSMI, Verdicts.range(pairs));
    } else {
      seen = "HGSMI was faster in %d of %d".formatted(hgsmi, pairs.size());
    }
    return seen + " (not judged: " + forks(pairs) + ")";
  }

  private static String forks(List<TransportPair> pairs) {
    int least = pairs.stream().mapToInt(pair -> pair.judged().blocks()).min().orElse(0);
    int most = pairs.stream().mapToInt(pair -> pair.judged().blocks()).max().orElse(0);
    String count = least == most ? "" + most : least + " to " + most;
    return count + (most == 1 ? " fork" : " forks") + " of each";
  }

  private static String subject(List<TransportPair> pairs) {
    TransportPair first = pairs.getFirst();
    String what =
        pairs.size() == 1
            ? first.label()
            : first.cell().workload() + (first.ways().isEmpty() ? "" : " (" + first.ways() + ")");
    return what + (first.cell().bulk() ? ", with a write-back mapping" : "");
  }

  private static String one(List<TransportPair> pairs) {
    TransportPair first = pairs.getFirst();
    TransportPair last = pairs.getLast();
    boolean single = pairs.size() == 1;
    return switch (first.outcome()) {
      case HGSMI_FASTER, HGCM_FASTER ->
          single
              ? "%s is %s".formatted(first.faster(), advantage(first))
              : "%s is faster at every payload, %s times as fast at %s and %s times at %s"
                  .formatted(
                      first.faster(),
                      Figures.significant(first.advantage()),
                      payload(first),
                      Figures.significant(last.advantage()),
                      payload(last));
      case SAME ->
          "the same within %s%s"
              .formatted(
                  Figures.percent(Math.expm1(first.judged().metric().smallestEffect())),
                  single ? "" : " at every payload");
      case UNDETECTED -> "no difference detected%s".formatted(single ? settle(first) : span(pairs));
      case TOO_FEW -> glimpse(pairs);
    };
  }

  private static String settle(TransportPair pair) {
    long more = pair.judged().moreBlocks();
    return more == 0 ? "" : " (about %d more forks of each would settle it)".formatted(more);
  }

  private static String many(List<List<TransportPair>> stretches) {
    List<String> parts = new ArrayList<>();
    for (List<TransportPair> stretch : stretches) {
      TransportVerdict outcome = stretch.getFirst().outcome();
      if (outcome.decided()) {
        parts.add(
            "%s is %s times as fast%s"
                .formatted(outcome.series(), Verdicts.range(stretch), span(stretch)));
      } else if (outcome != TransportVerdict.TOO_FEW) {
        parts.add(outcome.label() + span(stretch));
      }
    }
    String unjudged =
        stretches.stream()
            .filter(stretch -> stretch.getFirst().outcome() == TransportVerdict.TOO_FEW)
            .map(WorkVerdict::span)
            .collect(Collectors.joining(" and"));
    return String.join(", ", parts)
        + (unjudged.isEmpty() ? "" : "; too few forks to judge" + unjudged);
  }

  // "3.81 times as fast (3.53 to 4.33)", turned round where HGCM is the faster one.
  private static String advantage(TransportPair pair) {
    boolean turned = pair.faster() == Series.HGCM;
    return "%s times as fast (%s to %s)"
        .formatted(
            Figures.significant(pair.advantage()),
            Figures.significant(turned ? 1 / pair.high() : pair.low()),
            Figures.significant(turned ? 1 / pair.low() : pair.high()));
  }

  private static String detail(TransportPair pair, List<TransportPair> pairs) {
    Measurement hgsmi = pair.hgsmi();
    Measurement hgcm = pair.hgcm();
    String at = pairs.size() > 1 ? "At " + payload(pair) + ": " : "";
    String rates =
        hgsmi.bytesPerSecond() != null && hgcm.bytesPerSecond() != null && pair.cell().bulk()
            ? "; %s against %s"
                .formatted(
                    Figures.bandwidth(hgsmi.bytesPerSecond()),
                    Figures.bandwidth(hgcm.bytesPerSecond()))
            : "";
    return "%s%s against %s%s."
        .formatted(
            at,
            Figures.nanos(hgsmi.nanosPerOperation()),
            Figures.nanos(hgcm.nanosPerOperation()),
            rates);
  }

  // The payload that speaks for the others: the one that gates, else the one in the middle.
  private static TransportPair example(List<TransportPair> pairs) {
    return pairs.stream()
        .filter(TransportPair::gating)
        .findFirst()
        .orElse(pairs.get(pairs.size() / 2));
  }

  private static List<List<TransportPair>> stretches(List<TransportPair> pairs) {
    List<List<TransportPair>> stretches = new ArrayList<>();
    for (TransportPair pair : pairs) {
      if (stretches.isEmpty() || stretches.getLast().getLast().outcome() != pair.outcome()) {
        stretches.add(new ArrayList<>());
      }
      stretches.getLast().add(pair);
    }
    return stretches;
  }

  private static String span(List<TransportPair> stretch) {
    return stretch.size() == 1
        ? " at " + payload(stretch.getFirst())
        : " from " + payload(stretch.getFirst()) + " to " + payload(stretch.getLast());
  }

  private static String payload(TransportPair pair) {
    return Figures.bytes(pair.cell().payloadBytes());
  }
}
