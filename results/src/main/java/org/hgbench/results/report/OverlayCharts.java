package org.hgbench.results.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;
import org.hgbench.results.chart.Caption;
import org.hgbench.results.chart.Curve;
import org.hgbench.results.chart.CurveChart;
import org.hgbench.results.chart.Drawing;
import org.hgbench.results.chart.PercentileChart;
import org.hgbench.results.chart.PercentileCurve;
import org.hgbench.results.chart.RatioOverview;
import org.hgbench.results.chart.RatioRow;
import org.hgbench.results.chart.Series;
import org.hgbench.results.io.HistogramLog;
import org.hgbench.results.model.Measurement;
import org.hgbench.results.text.Figures;

/// Several runs on the same axes: colour tells the transport, dash the run.
final class OverlayCharts {
  private static final int OVERVIEW_WIDTH = 860;

  private final List<RunPlots.Named> runs;
  private final String remark;

  OverlayCharts(List<RunPlots.Named> runs, List<String> differences) {
    this.runs = runs;
    this.remark = differences.isEmpty() ? "" : String.join(" ", differences) + " ";
  }

  List<Drawing> all() {
    List<Drawing> drawings = new ArrayList<>();
    overview(drawings);
    payloads(drawings);
    percentiles(drawings);
    if (runs.size() == 2) {
      drawings.addAll(new ShiftCharts(runs.getFirst(), runs.getLast(), remark).all());
    }
    return drawings;
  }

  private void overview(List<Drawing> drawings) {
    List<RatioRow> rows = new ArrayList<>();
    List<TransportPair> pairs = new ArrayList<>();
    for (RunPlots.Named named : runs) {
      for (TransportPair pair : Pairs.picture(Pairs.of(named.run()))) {
        pairs.add(pair);
        rows.add(
            new RatioRow(
                named.name() + ": " + pair.conditions().crossing(),
                pair.label(),
                pair.ratio(),
                pair.low(),
                pair.high(),
                pair.outcome()));
      }
    }
    if (rows.isEmpty()) {
      return;
    }
    Caption caption =
        new Caption(
            "How many times as long HGCM takes as HGSMI",
            ChartWords.shared(pairs.stream().map(pair -> pair.conditions().circumstances())),
            remark + "Marker: Hodges-Lehmann ratio. Bar: exact 95 % interval.");
    drawings.add(
        new Drawing(
            "overview",
            caption,
            rows.stream()
                .map(row ->
                    "%s, %s: %s."
                        .formatted(row.group(), row.label(), Figures.multiple(row.ratio())))
                .collect(Collectors.joining(" ")),
            OVERVIEW_WIDTH,
            RatioOverview.height(rows),
            RatioOverview.sketch(caption, rows)));
  }

  private void payloads(List<Drawing> drawings) {
    record Key(String workload, Setting conditions) {}
    SequencedMap<Key, List<Curve>> charts = new LinkedHashMap<>();
    for (int i = 0; i < runs.size(); i++) {
      int overlay = i + 1;
      String suffix = ", " + runs.get(i).name();
      SequencedMap<Key, List<Measurement>> groups = new LinkedHashMap<>();
      transports(
          runs.get(i),
          (conditions, measurement) ->
              groups
                  .computeIfAbsent(
                      new Key(measurement.workload(), conditions), key -> new ArrayList<>())
                  .add(measurement));
      groups.forEach((key, mine) ->
          Curves.of(
                  mine,
                  Measurement::payloadBytes,
                  (m, fork) -> fork.nanosPerOperation(),
                  suffix,
                  false)
              .forEach(curve ->
                  charts
                      .computeIfAbsent(key, absent -> new ArrayList<>())
                      .add(
                          new Curve(
                              curve.label(), curve.series(), overlay, false, curve.points()))));
    }
    charts.forEach((key, curves) -> {
      if (Curves.points(curves) > 1) {
        Caption caption =
            new Caption(
                "Time by payload: " + key.workload(),
                key.conditions().label(),
                remark + ChartWords.bars(curves) + ChartWords.mapping(new Cell(key.workload(), 0)));
        drawings.add(
            ChartWords.drawing(
                "payload-%s-%s".formatted(key.workload(), key.conditions().slug()),
                caption,
                Curves.ends(curves, Figures::bytes, Figures::nanos),
                CurveChart.TIME_BY_PAYLOAD.sketch(caption, curves)));
      }
    });
  }

  private void percentiles(List<Drawing> drawings) {
    record Key(Cell cell, Setting conditions) {}
    SequencedMap<Key, List<PercentileCurve>> charts = new LinkedHashMap<>();
    for (int i = 0; i < runs.size(); i++) {
      int overlay = i + 1;
      RunPlots.Named named = runs.get(i);
      transports(
          named,
          (conditions, measurement) -> {
            if (measurement.gating()) {
              List<Histogram> forks = HistogramLog.read(named.directory(), measurement);
              PercentileCurve curve =
                  PercentileCurve.of(
                      ChartWords.label(measurement) + ", " + named.name(),
                      Series.of(measurement.transport()),
                      overlay,
                      forks);
              if (curve.points().size() > 1) {
                charts
                    .computeIfAbsent(
                        new Key(Cell.of(measurement), conditions), key -> new ArrayList<>())
                    .add(curve);
              }
            }
          });
    }
    charts.forEach((key, curves) -> {
      Caption caption =
          new Caption(
              "Latency of single operations by percentile: " + key.cell().label(),
              key.conditions().label(),
              remark + ChartWords.band(curves) + ChartWords.mapping(key.cell()));
      drawings.add(
          ChartWords.drawing(
              "percentiles-%s-%d-%s"
                  .formatted(
                      key.cell().workload(), key.cell().payloadBytes(), key.conditions().slug()),
              caption,
              curves.stream().map(PercentileCurve::label).collect(Collectors.joining("; ")),
              PercentileChart.LATENCY.sketch(caption, curves)));
    });
  }

  private static void transports(RunPlots.Named named, BiConsumer<Setting, Measurement> each) {
    for (Measurement measurement : named.run().measurements()) {
      if (!measurement.transport().equals("none")) {
        each.accept(Setting.of(measurement), measurement);
      }
    }
  }
}
