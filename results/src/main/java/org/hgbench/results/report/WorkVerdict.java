package org.hgbench.results.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hgbench.results.chart.Outcome;
import org.hgbench.results.chart.Series;
import org.hgbench.results.model.Measurement;
import org.hgbench.results.report.Verdict.Kind;
import org.hgbench.results.text.Figures;

/// The verdict on one kind of work, whether one payload was measured or many.
final class WorkVerdict {
  private WorkVerdict() {}

  /// The verdict.
  ///
  /// @param pairs of one workload, one way of doing it and one set of conditions, by rising payload
  static Verdict of(List<TransportPair> pairs) {
    List<List<TransportPair>> stretches = stretches(pairs);
    Series faster = stretches.size() == 1 ? pairs.getFirst().faster() : null;
    String lead = subject(pairs) + (stretches.size() == 1 ? one(pairs) : many(stretches));
    return new Verdict(
        pairs.getFirst().conditions(), Kind.WORK, faster, lead, detail(example(pairs), pairs));
  }

  private static String subject(List<TransportPair> pairs) {
    TransportPair first = pairs.getFirst();
    String what =
        pairs.size() == 1
            ? first.label()
            : first.cell().workload() + (first.ways().isEmpty() ? "" : " (" + first.ways() + ")");
    return "For " + what + (first.cell().bulk() ? ", with a write-back mapping" : "");
  }

  private static String one(List<TransportPair> pairs) {
    TransportPair first = pairs.getFirst();
    TransportPair last = pairs.getLast();
    boolean single = pairs.size() == 1;
    return switch (first.outcome()) {
      case HGSMI_FASTER, HGCM_FASTER ->
          single
              ? ", take %s: %s.".formatted(first.faster(), advantage(first))
              : ", take %s: faster at every payload, %s times as fast at %s and %s times at %s."
                  .formatted(
                      first.faster(),
                      Figures.significant(first.advantage()),
                      payload(first),
                      Figures.significant(last.advantage()),
                      payload(last));
      case SAME ->
          ", take either: the same within %s%s."
              .formatted(
                  Figures.percent(Math.expm1(first.judged().metric().smallestEffect())),
                  single ? "" : " at every payload");
      case UNDETECTED ->
          ", take either: no difference detected%s."
              .formatted(single ? settle(first) : " at any payload" + span(pairs));
      case TOO_FEW ->
          ", too few forks to judge: %s was %s times as fast in %s of each."
              .formatted(
                  example(pairs).ratio() > 1 ? "HGSMI" : "HGCM",
                  Figures.significant(example(pairs).advantage()),
                  first.judged().blocks() == 1 ? "1 fork" : first.judged().blocks() + " forks");
    };
  }

  private static String settle(TransportPair pair) {
    long more = pair.judged().moreBlocks();
    return more == 0 ? "" : " (about %d more forks of each would settle it)".formatted(more);
  }

  private static String many(List<List<TransportPair>> stretches) {
    List<String> parts = new ArrayList<>();
    List<String> unjudged = new ArrayList<>();
    for (List<TransportPair> stretch : stretches) {
      Outcome outcome = stretch.getFirst().outcome();
      if (outcome == Outcome.TOO_FEW) {
        unjudged.add(span(stretch));
      } else {
        parts.add(
            outcome.decided()
                ? "%s%s (%s times as fast)"
                    .formatted(outcome.series(), span(stretch), Verdicts.range(stretch))
                : "either%s (%s)".formatted(span(stretch), outcome.label()));
      }
    }
    return ", take %s.".formatted(String.join(", ", parts))
        + (unjudged.isEmpty()
            ? ""
            : " Too few forks to judge%s.".formatted(String.join(" and", unjudged)));
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
    StringBuilder text = new StringBuilder();
    if (pairs.size() > 1) {
      text.append("At ").append(payload(pair)).append(": ");
    }
    text.append(
        "%s per operation on HGSMI%s against %s on HGCM%s"
            .formatted(
                Figures.nanos(pair.hgsmi().nanosPerOperation()),
                floor(pair.hgsmi()),
                Figures.nanos(pair.hgcm().nanosPerOperation()),
                floor(pair.hgcm())));
    text.append(loads(pair));
    if (pair.faster() != null) {
      Measurement quick = pair.faster() == Series.HGSMI ? pair.hgsmi() : pair.hgcm();
      Measurement slow = pair.faster() == Series.HGSMI ? pair.hgcm() : pair.hgsmi();
      text.append(
          " %s would cost %s more each time."
              .formatted(
                  pair.faster() == Series.HGSMI ? "HGCM" : "HGSMI",
                  Figures.nanos(slow.nanosPerOperation() - quick.nanosPerOperation())));
    }
    text.append(warned(pairs));
    return text.toString();
  }

  private static String floor(Measurement measurement) {
    return measurement.floorMultiple() == null
        ? ""
        : " (%s %s)"
            .formatted(Figures.multiple(measurement.floorMultiple()), floorName(measurement));
  }

  private static String floorName(Measurement measurement) {
    return measurement.floor() == null ? "its floor" : measurement.floor();
  }

  private static String loads(TransportPair pair) {
    Measurement hgsmi = pair.hgsmi();
    Measurement hgcm = pair.hgcm();
    if (hgsmi.bytesPerSecond() != null && hgcm.bytesPerSecond() != null && pair.cell().bulk()) {
      return "; %s against %s."
          .formatted(
              Figures.bandwidth(hgsmi.bytesPerSecond()), Figures.bandwidth(hgcm.bytesPerSecond()));
    }
    if (!pair.conditions().load().equals("closed") || pair.faster() == null) {
      return ".";
    }
    boolean turned = pair.faster() == Series.HGCM;
    return ". One guest thread that needs more than %s needs %s, which reaches %s."
        .formatted(
            Figures.rate(turned ? hgsmi.opsPerSecond() : hgcm.opsPerSecond()),
            pair.faster(),
            Figures.rate(turned ? hgcm.opsPerSecond() : hgsmi.opsPerSecond()));
  }

  private static String warned(List<TransportPair> pairs) {
    long warned =
        pairs.stream()
            .flatMap(pair -> Stream.of(pair.hgsmi(), pair.hgcm()))
            .filter(measurement -> !Warnings.of(measurement).isEmpty())
            .count();
    return warned == 0
        ? ""
        : " Beware: %d of the %d figures behind this carry a warning (! in the table)."
            .formatted(warned, 2 * pairs.size());
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
