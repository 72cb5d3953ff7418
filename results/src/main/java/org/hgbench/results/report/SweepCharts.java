package org.hgbench.results.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.hgbench.results.chart.Caption;
import org.hgbench.results.chart.Curve;
import org.hgbench.results.chart.CurveChart;
import org.hgbench.results.chart.Drawing;
import org.hgbench.results.chart.Mark;
import org.hgbench.results.chart.MedianInterval;
import org.hgbench.results.chart.Series;
import org.hgbench.results.model.Measurement;
import org.hgbench.results.model.OpenLoad;
import org.hgbench.results.model.Percentiles;
import org.hgbench.results.model.Run;
import org.hgbench.results.text.Figures;

/// Charts over conditions that were varied on purpose: the rate of an open load, the cost of a
/// modelled trap. Each is drawn where two values or more were measured.
final class SweepCharts {
  private final Run run;

  SweepCharts(Run run) {
    this.run = run;
  }

  /// The charts of one workload.
  List<Drawing> of(String workload) {
    List<Drawing> drawings = new ArrayList<>();
    groups(workload, SweepCharts::withoutRate, measurement -> measurement.openLoad() != null)
        .forEach((key, measurements) -> byLoad(key, measurements, drawings));
    groups(workload, SweepCharts::withoutCost, measurement -> trapNanos(measurement) > 0)
        .forEach((key, measurements) -> byTrapCost(key, measurements, drawings));
    return drawings;
  }

  private record Key(Cell cell, Setting conditions) {}

  private interface Reduction {
    Setting of(Setting conditions);
  }

  private interface Choice {
    boolean takes(Measurement measurement);
  }

  private SequencedMap<Key, List<Measurement>> groups(
      String workload, Reduction reduction, Choice choice) {
    SequencedMap<Key, List<Measurement>> groups = new LinkedHashMap<>();
    for (Measurement measurement : run.measurements()) {
      if (measurement.workload().equals(workload)
          && Pairs.charted(run, Cell.of(measurement))
          && choice.takes(measurement)) {
        Key key = new Key(Cell.of(measurement), reduction.of(Setting.of(measurement)));
        groups.computeIfAbsent(key, absent -> new ArrayList<>()).add(measurement);
      }
    }
    return groups;
  }

  private static void byLoad(Key key, List<Measurement> measurements, List<Drawing> drawings) {
    List<Measurement> valid =
        measurements.stream().filter(measurement -> measurement.openLoad().valid()).toList();
    List<Curve> curves = new ArrayList<>();
    curves.addAll(loads(valid, ", response", OpenLoad::response, false));
    curves.addAll(loads(valid, ", service", OpenLoad::service, true));
    if (Curves.points(curves) < 2) {
      return;
    }
    int missed = measurements.size() - valid.size();
    Caption caption =
        new Caption(
            "Latency against load, 99 % of operations: " + key.cell().label(),
            key.conditions().label(),
            "Response: from the moment an operation was due, so queueing counts. Service: from its"
                + " start."
                + (missed == 0
                    ? ""
                    : " %d of %d loads missed their rate.".formatted(missed, measurements.size()))
                + ChartWords.mapping(key.cell()));
    drawings.add(
        ChartWords.drawing(
            name("load", key),
            caption,
            Curves.ends(curves, Figures::rate, Figures::nanos),
            CurveChart.LATENCY_BY_LOAD.sketch(caption, curves)));
  }

  private static List<Curve> loads(
      List<Measurement> measurements,
      String suffix,
      Function<OpenLoad, Percentiles> times,
      boolean thin) {
    SequencedMap<String, List<Measurement>> byWay = new LinkedHashMap<>();
    measurements.stream()
        .filter(measurement -> times.apply(measurement.openLoad()).p99() != null)
        .sorted(Comparator.comparingDouble(one -> one.openLoad().plannedPerSecond()))
        .forEach(measurement ->
            byWay
                .computeIfAbsent(ChartWords.label(measurement), way -> new ArrayList<>())
                .add(measurement));
    List<Curve> curves = new ArrayList<>();
    byWay.forEach((way, mine) ->
        curves.add(
            new Curve(
                way + suffix,
                Series.of(mine.getFirst().transport()),
                0,
                thin,
                mine.stream()
                    .map(measurement ->
                        new Curve.Point(
                            measurement.openLoad().plannedPerSecond(),
                            MedianInterval.of(times.apply(measurement.openLoad()).p99())))
                    .toList())));
    return curves;
  }

  private void byTrapCost(Key key, List<Measurement> measurements, List<Drawing> drawings) {
    List<Curve> curves =
        Curves.of(measurements, this::trapNanos, (m, fork) -> fork.nanosPerOperation(), "", false);
    // Two points would be joined by a line that is straight on no scale of a reader's choice.
    if (Curves.points(curves) < 3) {
      return;
    }
    Caption caption =
        new Caption(
            "Time against the cost of a trap: " + key.cell().label(),
            key.conditions().label(),
            "Dotted: published costs, and real boundaries as measured in this run. "
                + ChartWords.bars(curves)
                + ChartWords.mapping(key.cell()));
    drawings.add(
        ChartWords.drawing(
            name("trap-cost", key),
            caption,
            Curves.ends(curves, Figures::nanos, Figures::nanos),
            CurveChart.TIME_BY_TRAP_COST.sketch(caption, curves, marks(measurements))));
  }

  // Named costs of the curve, and what a trap really costs on this machine.
  private List<Mark> marks(List<Measurement> measurements) {
    Map<String, Double> named = new TreeMap<>();
    for (Measurement measurement : measurements) {
      if (!measurement.trapCost().equals("none") && !measurement.trapCost().matches("custom.*")) {
        named.put(measurement.trapCost(), trapNanos(measurement));
      }
    }
    run.yardsticks().stream()
        .filter(yardstick ->
            yardstick.name().equals("bare trap")
                && yardstick.boundary() != null
                && !yardstick.boundary().equals("simulated")
                && yardstick.unit().equals("ns/op"))
        .forEach(yardstick -> named.put(yardstick.boundary() + ", measured", yardstick.value()));
    return named.entrySet().stream()
        .map(entry -> new Mark(entry.getValue(), entry.getKey()))
        .sorted(Comparator.comparingDouble(Mark::at))
        .toList();
  }

  // The bare trap under the measurement's trap cost, 0 where the boundary is not modelled or the
  // yardstick was not measured.
  private double trapNanos(Measurement measurement) {
    return measurement.trapCost() == null
        ? 0
        : run.yardsticks().stream()
            .filter(yardstick ->
                yardstick.name().equals("bare trap")
                    && Objects.equals(yardstick.boundary(), measurement.boundary())
                    && Objects.equals(yardstick.trapCost(), measurement.trapCost())
                    && yardstick.unit().equals("ns/op"))
            .mapToDouble(yardstick -> yardstick.value())
            .findFirst()
            .orElse(0);
  }

  private static Setting withoutRate(Setting conditions) {
    return new Setting(
        conditions.boundary(),
        conditions.trapCost(),
        conditions.waiting(),
        conditions.placement(),
        conditions.guestThreads(),
        conditions.load(),
        null,
        null);
  }

  private static Setting withoutCost(Setting conditions) {
    return new Setting(
        conditions.boundary(),
        null,
        conditions.waiting(),
        conditions.placement(),
        conditions.guestThreads(),
        conditions.load(),
        conditions.ratePerSecond(),
        conditions.share());
  }

  private static String name(String kind, Key key) {
    return "%s-%s-%d-%s"
        .formatted(kind, key.cell().workload(), key.cell().payloadBytes(), key.conditions().slug());
  }
}
