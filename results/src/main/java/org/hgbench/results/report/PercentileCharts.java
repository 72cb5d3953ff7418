package org.hgbench.results.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;
import org.hgbench.results.chart.Caption;
import org.hgbench.results.chart.Drawing;
import org.hgbench.results.chart.PercentileChart;
import org.hgbench.results.chart.PercentileCurve;
import org.hgbench.results.chart.Series;
import org.hgbench.results.io.HistogramLog;
import org.hgbench.results.io.RunDirectory;
import org.hgbench.results.model.Measurement;
import org.hgbench.results.text.Figures;

/// Latency by percentile: for the work that gates, or for all work where none does.
final class PercentileCharts {
  private final RunDirectory directory;

  PercentileCharts(RunDirectory directory) {
    this.directory = directory;
  }

  /// The charts of one workload under one set of conditions.
  List<Drawing> of(Setting conditions, List<Measurement> measurements) {
    List<Drawing> drawings = new ArrayList<>();
    cells(measurements)
        .forEach((cell, mine) -> {
          List<PercentileCurve> curves = curves(mine);
          if (!curves.isEmpty()) {
            drawings.add(drawing(cell, conditions, mine, curves));
          }
        });
    return drawings;
  }

  /// The cells worth a chart of their own and what was measured of each.
  static SequencedMap<Cell, List<Measurement>> cells(List<Measurement> measurements) {
    boolean gates = measurements.stream().anyMatch(Measurement::gating);
    SequencedMap<Cell, List<Measurement>> cells = new LinkedHashMap<>();
    for (Measurement measurement : measurements) {
      Cell cell = Cell.of(measurement);
      boolean judged =
          measurements.stream().anyMatch(other -> other.gating() && Cell.of(other).equals(cell));
      if (judged || !gates) {
        cells.computeIfAbsent(cell, absent -> new ArrayList<>()).add(measurement);
      }
    }
    return cells;
  }

  private List<PercentileCurve> curves(List<Measurement> measurements) {
    List<PercentileCurve> curves = new ArrayList<>();
    for (Measurement measurement : measurements) {
      List<Histogram> forks = HistogramLog.read(directory, measurement);
      PercentileCurve curve =
          PercentileCurve.of(
              ChartWords.label(measurement), Series.of(measurement.transport()), forks);
      if (curve.points().size() > 1) {
        curves.add(curve);
      }
    }
    return curves;
  }

  private static Drawing drawing(
      Cell cell, Setting conditions, List<Measurement> measurements, List<PercentileCurve> curves) {
    Caption caption =
        new Caption(
            "Latency of single operations by percentile: " + cell.label(),
            conditions.label(),
            ChartWords.band(curves) + ChartWords.mapping(cell));
    return ChartWords.drawing(
        "percentiles-%s-%d-%s".formatted(cell.workload(), cell.payloadBytes(), conditions.slug()),
        caption,
        measurements.stream()
            .filter(measurement -> measurement.p50() != null)
            .map(PercentileCharts::words)
            .collect(Collectors.joining(" ")),
        PercentileChart.LATENCY.sketch(caption, curves));
  }

  private static String words(Measurement measurement) {
    String tail =
        measurement.p99() == null ? "" : ", 99 % within " + Figures.nanos(measurement.p99());
    return "%s: half of the operations within %s%s."
        .formatted(ChartWords.label(measurement), Figures.nanos(measurement.p50()), tail);
  }
}
