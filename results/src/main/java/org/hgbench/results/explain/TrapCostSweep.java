package org.hgbench.results.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.hgbench.results.model.Measurement;
import org.hgbench.results.model.Run;
import org.hgbench.results.model.Yardstick;
import org.hgbench.results.statistics.Sample;
import org.hgbench.results.text.Figures;

/// What the cost of a trap decides, in words: where HGCM's traps begin to outweigh everything else
/// it does, how the ratio of the transports changes, and where they would break even.
///
/// Each transport's time over the measured cost of a bare trap is taken for a straight line: what
/// it costs without traps, and how many times a trap it grows. The line is the median of the slopes
/// between all pairs of points, which a few disturbed points do not move.
public final class TrapCostSweep {
  private static final int LEAST_POINTS = 3;

  private TrapCostSweep() {}

  /// Sentences on every work that both transports did at three trap costs or more on `simulated`.
  public static List<String> sentences(Run run) {
    Map<Work, List<Pair>> byWork = new LinkedHashMap<>();
    for (Measurement hgsmi : run.measurements()) {
      Double trapNanos = isOfSweep(hgsmi, "hgsmi") ? trapNanos(run, hgsmi.trapCost()) : null;
      if (trapNanos == null) {
        continue;
      }
      run.measurements().stream()
          .filter(other -> isOfSweep(other, "hgcm") && Work.of(other).equals(Work.of(hgsmi)))
          .filter(other -> other.trapCost().equals(hgsmi.trapCost()))
          .map(hgcm -> new Pair(trapNanos, hgsmi.nanosPerOperation(), hgcm.nanosPerOperation()))
          .findFirst()
          .ifPresent(
              pair -> byWork.computeIfAbsent(Work.of(hgsmi), work -> new ArrayList<>()).add(pair));
    }
    List<String> sentences = new ArrayList<>();
    byWork.forEach((work, pairs) -> {
      if (pairs.stream().map(Pair::trapNanos).distinct().count() >= LEAST_POINTS) {
        sentences.addAll(sentences(work, pairs, run));
      }
    });
    return sentences;
  }

  /// What was done, whatever a trap cost.
  private record Work(
      String workload, long payloadBytes, String variant, String waitStrategy, String placement) {
    static Work of(Measurement measurement) {
      return new Work(
          measurement.workload(),
          measurement.payloadBytes(),
          measurement.variant(),
          measurement.waitStrategy(),
          measurement.placement());
    }

    String label() {
      return workload + ", " + Figures.bytes(payloadBytes);
    }
  }

  /// Both transports at one trap cost.
  private record Pair(double trapNanos, double hgsmiNanos, double hgcmNanos) {
    double ratio() {
      return hgcmNanos / hgsmiNanos;
    }
  }

  /// A straight line.
  private record Line(double atZero, double slope) {
    static Line through(List<Pair> pairs, ToDoubleFunction<Pair> y) {
      List<Double> slopes = new ArrayList<>();
      for (Pair first : pairs) {
        for (Pair second : pairs) {
          if (first.trapNanos < second.trapNanos) {
            slopes.add(
                (y.applyAsDouble(second) - y.applyAsDouble(first))
                    / (second.trapNanos - first.trapNanos));
          }
        }
      }
      double slope = Sample.median(slopes.stream().mapToDouble(Double::doubleValue).toArray());
      double atZero =
          Sample.median(
              pairs.stream()
                  .mapToDouble(pair -> y.applyAsDouble(pair) - slope * pair.trapNanos)
                  .toArray());
      return new Line(atZero, slope);
    }

    double at(double trapNanos) {
      return atZero + slope * trapNanos;
    }
  }

  /// What a trap of this cost took in this run, null if it was not measured.
  private static Double trapNanos(Run run, String trapCost) {
    return run.yardsticks().stream()
        .filter(yardstick ->
            yardstick.name().equals("bare trap")
                && "simulated".equals(yardstick.boundary())
                && trapCost.equals(yardstick.trapCost()))
        .map(Yardstick::value)
        .findFirst()
        .orElse(null);
  }

  private static boolean isOfSweep(Measurement measurement, String transport) {
    return measurement.transport().equals(transport)
        && measurement.boundary().equals("simulated")
        && measurement.load().equals("closed")
        && measurement.trapCost() != null
        && measurement.guestThreads() == 1;
  }

  private static List<String> sentences(Work work, List<Pair> unsorted, Run run) {
    List<Pair> pairs =
        unsorted.stream()
            .sorted((first, second) -> Double.compare(first.trapNanos, second.trapNanos))
            .toList();
    Line hgsmi = Line.through(pairs, Pair::hgsmiNanos);
    Line hgcm = Line.through(pairs, Pair::hgcmNanos);
    Pair cheapest = pairs.getFirst();
    Pair dearest = pairs.getLast();
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "%s (modelled): HGCM takes %s as long as HGSMI where a trap costs %s, and %s where it costs %s. %s"
            .formatted(
                work.label(),
                Figures.multiple(cheapest.ratio()),
                Figures.nanos(cheapest.trapNanos),
                Figures.multiple(dearest.ratio()),
                Figures.nanos(dearest.trapNanos),
                breakEven(hgsmi, hgcm, dearest.trapNanos)));
    double outweighed = hgcm.atZero / hgcm.slope;
    if (outweighed > 0 && Double.isFinite(outweighed)) {
      sentences.add(
          "%s (modelled): HGCM's traps and interrupts outweigh its hand-over and software where a trap costs more than %s."
              .formatted(work.label(), Figures.nanos(outweighed)));
    }
    for (Yardstick trap : run.yardsticks()) {
      if (trap.name().equals("bare trap")
          && trap.boundary() != null
          && !trap.boundary().equals("simulated")) {
        sentences.add(
            "%s: a trap of this machine's boundary %s costs %s; at that cost the model says %s."
                .formatted(
                    work.label(),
                    trap.boundary(),
                    Figures.nanos(trap.value()),
                    Figures.multiple(hgcm.at(trap.value()) / hgsmi.at(trap.value()))));
      }
    }
    return sentences;
  }

  private static String breakEven(Line hgsmi, Line hgcm, double dearest) {
    double even = (hgcm.atZero - hgsmi.atZero) / (hgsmi.slope - hgcm.slope);
    if (even > 0 && even <= dearest) {
      return "They break even where a trap costs %s.".formatted(Figures.nanos(even));
    }
    return "They break even nowhere in between.";
  }
}
