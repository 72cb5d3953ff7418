package org.hgbench.results.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.hgbench.results.chart.Curve;
import org.hgbench.results.chart.MedianInterval;
import org.hgbench.results.chart.Series;
import org.hgbench.results.model.Fork;
import org.hgbench.results.model.Measurement;

/// Turns measurements into curves, one for each transport and variant.
final class Curves {
  private Curves() {}

  /// A figure of a fork of a measurement; null where there is none.
  interface ForkFigure {
    Double of(Measurement measurement, Fork fork);
  }

  /// The curves of `figure` over `x`; points without a figure or with an x of 0 are left out.
  static List<Curve> of(
      List<Measurement> measurements,
      ToDoubleFunction<Measurement> x,
      ForkFigure figure,
      String suffix,
      boolean thin) {
    SequencedMap<String, TreeMap<Double, Curve.Point>> points = new LinkedHashMap<>();
    SequencedMap<String, Series> series = new LinkedHashMap<>();
    for (Measurement measurement : measurements) {
      double at = x.applyAsDouble(measurement);
      double[] values =
          measurement.forks().stream()
              .map(fork -> figure.of(measurement, fork))
              .filter(Objects::nonNull)
              .mapToDouble(Double::doubleValue)
              .filter(value -> value > 0)
              .toArray();
      if (at > 0 && values.length > 0) {
        String label = ChartWords.label(measurement) + suffix;
        series.put(label, Series.of(measurement.transport()));
        points
            .computeIfAbsent(label, absent -> new TreeMap<>())
            .put(at, new Curve.Point(at, MedianInterval.of(values)));
      }
    }
    return points.entrySet().stream()
        .map(entry ->
            new Curve(
                entry.getKey(),
                series.get(entry.getKey()),
                thin,
                List.copyOf(entry.getValue().values())))
        .toList();
  }

  /// The longest of some curves has this many points.
  static int points(List<Curve> curves) {
    return curves.stream().mapToInt(curve -> curve.points().size()).max().orElse(0);
  }

  /// Both ends of each curve in words.
  static String ends(List<Curve> curves, DoubleFunction<String> x, DoubleFunction<String> y) {
    return curves.stream()
        .map(curve ->
            "%s: %s at %s, %s at %s."
                .formatted(
                    curve.label(),
                    y.apply(curve.points().getFirst().y().median()),
                    x.apply(curve.points().getFirst().x()),
                    y.apply(curve.points().getLast().y().median()),
                    x.apply(curve.points().getLast().x())))
        .collect(Collectors.joining(" "));
  }
}
