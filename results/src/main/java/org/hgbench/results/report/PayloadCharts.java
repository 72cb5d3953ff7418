package org.hgbench.results.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hgbench.results.chart.Caption;
import org.hgbench.results.chart.Curve;
import org.hgbench.results.chart.CurveChart;
import org.hgbench.results.chart.Drawing;
import org.hgbench.results.chart.MedianInterval;
import org.hgbench.results.chart.Series;
import org.hgbench.results.model.Measurement;
import org.hgbench.results.text.Figures;

/// Time and bandwidth by payload, where more than one payload was measured.
final class PayloadCharts {
  private PayloadCharts() {}

  /// The charts of one workload under one set of conditions.
  static List<Drawing> of(String workload, Setting conditions, List<Measurement> measurements) {
    List<Curve> times =
        Curves.of(
            measurements,
            Measurement::payloadBytes,
            (measurement, fork) -> fork.nanosPerOperation(),
            "",
            false);
    if (Curves.points(times) < 2) {
      return List.of();
    }
    List<Curve> withFloor = new ArrayList<>(times);
    Curve floor = floor(measurements);
    if (floor != null) {
      withFloor.add(floor);
    }
    Cell cell = Cell.of(measurements.getFirst());
    String note = ChartWords.bars(times) + ChartWords.mapping(cell);
    List<Drawing> drawings = new ArrayList<>();
    Caption caption = new Caption("Time by payload: " + workload, conditions.label(), note);
    drawings.add(
        ChartWords.drawing(
            "payload-%s-%s".formatted(workload, conditions.slug()),
            caption,
            Curves.ends(times, Figures::bytes, Figures::nanos),
            CurveChart.TIME_BY_PAYLOAD.sketch(caption, withFloor)));
    List<Curve> rates = bandwidth(measurements);
    if (!rates.isEmpty()) {
      Caption words = new Caption("Bandwidth by payload: " + workload, conditions.label(), note);
      drawings.add(
          ChartWords.drawing(
              "bandwidth-%s-%s".formatted(workload, conditions.slug()),
              words,
              Curves.ends(rates, Figures::bytes, Figures::bandwidth),
              CurveChart.BANDWIDTH_BY_PAYLOAD.sketch(words, rates)));
    }
    return drawings;
  }

  private static List<Curve> bandwidth(List<Measurement> measurements) {
    return Curves.of(
        measurements.stream()
            .filter(measurement -> !measurement.transport().equals("none"))
            .toList(),
        Measurement::payloadBytes,
        (measurement, fork) -> measurement.payloadBytes() * 1e9 / fork.nanosPerOperation(),
        "",
        false);
  }

  // Every measurement says what multiple of its floor it is, so the floor can be had back.
  private static Curve floor(List<Measurement> measurements) {
    TreeMap<Long, Curve.Point> points = new TreeMap<>();
    for (Measurement measurement : measurements) {
      if (measurement.floorMultiple() != null
          && measurement.floorMultiple() > 0
          && measurement.payloadBytes() > 0
          && measurement.transport().equals("hgsmi")) {
        points.put(
            measurement.payloadBytes(),
            new Curve.Point(
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
        : new Curve("floor: " + name, Series.FLOOR, List.copyOf(points.values()));
  }
}
