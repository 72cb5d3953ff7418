package org.hgbench.results.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.hgbench.results.chart.Caption;
import org.hgbench.results.chart.Drawing;
import org.hgbench.results.chart.FigureByPayload;
import org.hgbench.results.chart.LatencyByPercentile;
import org.hgbench.results.chart.MedianInterval;
import org.hgbench.results.chart.PayloadCurve;
import org.hgbench.results.chart.PercentileCurve;
import org.hgbench.results.chart.RatioOverview;
import org.hgbench.results.chart.RatioRow;
import org.hgbench.results.chart.Series;
import org.hgbench.results.io.HistogramLog;
import org.hgbench.results.io.RunDirectory;
import org.hgbench.results.model.Fork;
import org.hgbench.results.model.Measurement;
import org.hgbench.results.model.Run;
import org.hgbench.results.text.Figures;

/// Chooses the charts of a run and gathers the data of each.
final class ReportCharts {
  private static final int WIDTH = 620;
  private static final int HEIGHT = 430;
  private static final int OVERVIEW_WIDTH = 860;

  private final Run run;
  private final RunDirectory directory;

  ReportCharts(Run run, RunDirectory directory) {
    this.run = run;
    this.directory = directory;
  }

  /// The overview of all ratios, or null where there is no pair.
  Drawing overview(List<TransportPair> headline, RatioEstimator estimator) {
    if (headline.isEmpty()) {
      return null;
    }
    List<RatioRow> rows =
        headline.stream()
            .map(pair ->
                new RatioRow(
                    pair.conditions().crossing(),
                    pair.label(),
                    pair.ratio().ratio(),
                    pair.ratio().low(),
                    pair.ratio().high()))
            .toList();
    boolean bulk = headline.stream().anyMatch(pair -> pair.cell().bulk());
    Caption caption =
        new Caption(
            "How many times as long HGCM takes as HGSMI",
            shared(headline.stream().map(pair -> pair.conditions().circumstances())),
            "Dot: ratio of the median forks. Bar: "
                + estimator.interval()
                + "."
                + (bulk ? " Bulk payloads with a write-back mapping." : ""));
    return new Drawing(
        "overview",
        caption,
        headline.stream()
            .map(pair ->
                "%s, %s: %s."
                    .formatted(
                        pair.conditions().crossing(),
                        pair.label(),
                        Figures.multiple(pair.ratio().ratio())))
            .collect(Collectors.joining(" ", "Ratios of HGCM's time to HGSMI's. ", "")),
        OVERVIEW_WIDTH,
        RatioOverview.height(rows),
        theme -> RatioOverview.chart(caption, rows, theme));
  }

  /// The charts of one workload, by conditions.
  List<Drawing> of(String workload) {
    List<Drawing> drawings = new ArrayList<>();
    Pairs.groups(run)
        .forEach((conditions, measurements) -> {
          List<Measurement> mine =
              measurements.stream()
                  .filter(measurement -> measurement.workload().equals(workload))
                  .toList();
          byPayload(workload, conditions, mine).forEach(drawings::add);
        });
    Pairs.groups(run)
        .forEach((conditions, measurements) ->
            byCell(workload, measurements)
                .forEach((cell, mine) -> {
                  Drawing drawing = percentiles(cell, conditions, mine);
                  if (drawing != null) {
                    drawings.add(drawing);
                  }
                }));
    return drawings;
  }

  private static SequencedMap<Cell, List<Measurement>> byCell(
      String workload, List<Measurement> measurements) {
    List<Measurement> mine =
        measurements.stream()
            .filter(measurement -> measurement.workload().equals(workload))
            .toList();
    boolean gates = mine.stream().anyMatch(Measurement::gating);
    SequencedMap<Cell, List<Measurement>> cells = new LinkedHashMap<>();
    for (Measurement measurement : mine) {
      Cell cell = Cell.of(measurement);
      boolean judged =
          mine.stream().anyMatch(other -> other.gating() && Cell.of(other).equals(cell));
      if (judged || !gates) {
        cells.computeIfAbsent(cell, absent -> new ArrayList<>()).add(measurement);
      }
    }
    return cells;
  }

  private Drawing percentiles(Cell cell, Conditions conditions, List<Measurement> measurements) {
    List<PercentileCurve> curves = new ArrayList<>();
    for (Measurement measurement : measurements) {
      List<Histogram> forks = HistogramLog.read(directory.histogram(measurement.id()));
      PercentileCurve curve =
          PercentileCurve.of(label(measurement), Series.of(measurement.transport()), forks);
      if (curve.points().size() > 1) {
        curves.add(curve);
      }
    }
    if (curves.isEmpty()) {
      return null;
    }
    MedianInterval sample = curves.getFirst().points().getFirst().nanos();
    Caption caption =
        new Caption(
            "Latency of single operations by percentile: " + cell.label(),
            conditions.label(),
            "Line: median fork. Band: " + band(sample) + mapping(cell));
    String figures =
        measurements.stream()
            .filter(measurement -> measurement.p50() != null)
            .map(measurement ->
                "%s: half of the operations within %s%s."
                    .formatted(
                        label(measurement),
                        Figures.nanos(measurement.p50()),
                        measurement.p99() == null
                            ? ""
                            : ", 99 % within " + Figures.nanos(measurement.p99())))
            .collect(Collectors.joining(" "));
    return new Drawing(
        "percentiles-%s-%d-%s".formatted(cell.workload(), cell.payloadBytes(), conditions.slug()),
        caption,
        figures,
        WIDTH,
        HEIGHT,
        theme -> LatencyByPercentile.chart(caption, curves, theme));
  }

  private List<Drawing> byPayload(
      String workload, Conditions conditions, List<Measurement> measurements) {
    List<PayloadCurve> latency = curves(measurements, fork -> fork.nanosPerOperation());
    long sizes = measurements.stream().mapToLong(Measurement::payloadBytes).distinct().count();
    if (sizes < 2) {
      return List.of();
    }
    List<PayloadCurve> floors = new ArrayList<>(latency);
    PayloadCurve floor = floor(measurements);
    if (floor != null) {
      floors.add(floor);
    }
    Cell largest = measurements.stream().map(Cell::of).max(Cell::compareTo).orElseThrow();
    String note =
        "Bars: " + band(latency.getFirst().points().getFirst().value()) + mapping(largest);
    Caption times = new Caption("Time by payload: " + workload, conditions.label(), note);
    Caption rates = new Caption("Bandwidth by payload: " + workload, conditions.label(), note);
    List<PayloadCurve> bandwidth =
        Stream.of("hgsmi", "hgcm")
            .flatMap(transport ->
                bandwidth(
                    measurements.stream()
                        .filter(measurement -> measurement.transport().equals(transport))
                        .toList())
                    .stream())
            .toList();
    List<Drawing> drawings = new ArrayList<>();
    drawings.add(
        new Drawing(
            "payload-%s-%s".formatted(workload, conditions.slug()),
            times,
            ends(latency, Figures::nanos),
            WIDTH,
            HEIGHT,
            theme -> FigureByPayload.latency(times, floors, theme)));
    if (!bandwidth.isEmpty()) {
      drawings.add(
          new Drawing(
              "bandwidth-%s-%s".formatted(workload, conditions.slug()),
              rates,
              ends(bandwidth, Figures::bandwidth),
              WIDTH,
              HEIGHT,
              theme -> FigureByPayload.bandwidth(rates, bandwidth, theme)));
    }
    return drawings;
  }

  private static List<PayloadCurve> bandwidth(List<Measurement> measurements) {
    List<Measurement> moving =
        measurements.stream().filter(measurement -> measurement.payloadBytes() > 0).toList();
    return curves(moving, null);
  }

  // Without a figure of its own a curve shows bytes per second.
  private static List<PayloadCurve> curves(
      List<Measurement> measurements, Function<Fork, Double> figure) {
    SequencedMap<String, TreeMap<Long, PayloadCurve.Point>> points = new LinkedHashMap<>();
    SequencedMap<String, Series> series = new LinkedHashMap<>();
    for (Measurement measurement : measurements) {
      double bytes = measurement.payloadBytes();
      double[] values =
          measurement.forks().stream()
              .mapToDouble(fork ->
                  figure == null ? bytes * 1e9 / fork.nanosPerOperation() : figure.apply(fork))
              .toArray();
      String label = label(measurement);
      series.put(label, Series.of(measurement.transport()));
      points
          .computeIfAbsent(label, absent -> new TreeMap<>())
          .put(
              measurement.payloadBytes(),
              new PayloadCurve.Point(measurement.payloadBytes(), MedianInterval.of(values)));
    }
    return points.entrySet().stream()
        .map(entry ->
            new PayloadCurve(
                entry.getKey(), series.get(entry.getKey()), List.copyOf(entry.getValue().values())))
        .toList();
  }

  // Every measurement says what multiple of its floor it is, so the floor can be had back.
  private static PayloadCurve floor(List<Measurement> measurements) {
    TreeMap<Long, PayloadCurve.Point> points = new TreeMap<>();
    for (Measurement measurement : measurements) {
      if (measurement.floorMultiple() != null && measurement.transport().equals("hgsmi")) {
        points.put(
            measurement.payloadBytes(),
            new PayloadCurve.Point(
                measurement.payloadBytes(),
                MedianInterval.of(measurement.nanosPerOperation() / measurement.floorMultiple())));
      }
    }
    String name =
        measurements.stream()
            .map(Measurement::floor)
            .filter(Objects::nonNull)
            .distinct()
            .collect(Collectors.joining(" or "));
    return points.size() < 2
        ? null
        : new PayloadCurve("floor: " + name, Series.FLOOR, List.copyOf(points.values()));
  }

  private static String label(Measurement measurement) {
    return Series.name(measurement.transport())
        + (measurement.variant().equals("default") ? "" : ", " + measurement.variant());
  }

  private static String band(MedianInterval interval) {
    return interval.coverage() == 0
        ? "one fork only, no interval."
        : String.format(
            Locale.ROOT, "%.1f %% interval for the median fork.", interval.coverage() * 100);
  }

  private static String mapping(Cell cell) {
    return cell.bulk() ? " With a write-back mapping." : "";
  }

  private static String ends(List<PayloadCurve> curves, Function<Double, String> text) {
    return curves.stream()
        .map(curve ->
            "%s: %s at %s, %s at %s."
                .formatted(
                    curve.label(),
                    text.apply(curve.points().getFirst().value().median()),
                    Figures.bytes(curve.points().getFirst().payloadBytes()),
                    text.apply(curve.points().getLast().value().median()),
                    Figures.bytes(curve.points().getLast().payloadBytes())))
        .collect(Collectors.joining(" "));
  }

  private static String shared(Stream<String> texts) {
    List<String> distinct = texts.distinct().toList();
    return distinct.size() == 1 ? distinct.getFirst() : String.join("; ", distinct);
  }
}
