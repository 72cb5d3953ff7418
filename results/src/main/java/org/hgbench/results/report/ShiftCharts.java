package org.hgbench.results.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.hgbench.results.chart.Caption;
import org.hgbench.results.chart.Drawing;
import org.hgbench.results.chart.MedianInterval;
import org.hgbench.results.chart.PercentileChart;
import org.hgbench.results.chart.PercentileCurve;
import org.hgbench.results.chart.Series;
import org.hgbench.results.io.HistogramLog;
import org.hgbench.results.model.Measurement;
import org.hgbench.results.statistics.QuantileCurve;
import org.hgbench.results.statistics.Wasserstein;
import org.hgbench.results.text.Figures;

/// The shift function of two runs: at each percentile, how many times as long the second takes as
/// the first, with a band from resampled forks where both sides have several. A mean says that
/// something changed, this where.
final class ShiftCharts {
  private static final long SEED = 1;
  private static final double BAND = 0.95;

  // Resampling costs time at each percentile, and a shift function has no fine structure.
  private static final int STRIDE = 4;

  private final RunPlots.Named first;
  private final RunPlots.Named second;
  private final String remark;

  ShiftCharts(RunPlots.Named first, RunPlots.Named second, String remark) {
    this.first = first;
    this.second = second;
    this.remark = remark;
  }

  private record Key(Cell cell, Setting conditions) {}

  private record Shifted(PercentileCurve curve, double distance) {}

  /// A chart for each kind of work that comparisons judge and of which both runs recorded single
  /// operations.
  List<Drawing> all() {
    SequencedMap<Key, List<Shifted>> charts = new LinkedHashMap<>();
    for (Measurement measurement : first.run().measurements()) {
      if (measurement.gating()) {
        counterpart(measurement)
            .flatMap(other -> shifted(measurement, other))
            .ifPresent(curve ->
                charts
                    .computeIfAbsent(
                        new Key(Cell.of(measurement), Setting.of(measurement)),
                        key -> new ArrayList<>())
                    .add(curve));
      }
    }
    return charts.entrySet().stream()
        .map(entry -> drawing(entry.getKey(), entry.getValue()))
        .toList();
  }

  private Optional<Measurement> counterpart(Measurement measurement) {
    return second.run().measurements().stream()
        .filter(other ->
            other.transport().equals(measurement.transport())
                && other.variant().equals(measurement.variant())
                && Cell.of(other).equals(Cell.of(measurement))
                && Setting.of(other).equals(Setting.of(measurement)))
        .findFirst();
  }

  private Optional<Shifted> shifted(Measurement from, Measurement to) {
    List<Histogram> before = HistogramLog.read(first.directory(), from);
    List<Histogram> after = HistogramLog.read(second.directory(), to);
    double[] nines = PercentileCurve.nines(Stream.concat(before.stream(), after.stream()).toList());
    if (before.isEmpty() || after.isEmpty() || nines.length < 2) {
      return Optional.empty();
    }
    double[] quantiles = Arrays.stream(nines).map(PercentileCurve::quantile).toArray();
    List<QuantileCurve.Point> points =
        QuantileCurve.shift(
                quantiles, logarithms(before, quantiles), logarithms(after, quantiles), false, SEED)
            .points();
    // Resampled, one fork is that fork again, which says nothing of others.
    double coverage = Math.min(before.size(), after.size()) > 1 ? BAND : 0;
    List<PercentileCurve.Point> curve =
        IntStream.range(0, nines.length)
            .mapToObj(i -> new PercentileCurve.Point(nines[i], ratio(points.get(i), coverage)))
            .toList();
    return Optional.of(
        new Shifted(
            new PercentileCurve(ChartWords.label(from), Series.of(from.transport()), 0, curve),
            distance(before, after)));
  }

  private static MedianInterval ratio(QuantileCurve.Point point, double coverage) {
    double ratio = Math.exp(point.value());
    return coverage == 0
        ? new MedianInterval(ratio, ratio, ratio, 0)
        : new MedianInterval(
            ratio, Math.exp(point.band().low()), Math.exp(point.band().high()), coverage);
  }

  private static double[][] logarithms(List<Histogram> forks, double[] quantiles) {
    return forks.stream()
        .map(fork ->
            Arrays.stream(quantiles)
                .map(quantile -> Math.log(Math.max(1, fork.getValueAtPercentile(100 * quantile))))
                .toArray())
        .toArray(double[][]::new);
  }

  // The mean factor between the two, taken quantile by quantile.
  private static double distance(List<Histogram> before, List<Histogram> after) {
    Histogram one = HistogramLog.sum(before);
    Histogram other = HistogramLog.sum(after);
    return Wasserstein.distance(values(one), counts(one), values(other), counts(other));
  }

  private static double[] values(Histogram histogram) {
    List<Double> values = new ArrayList<>();
    histogram
        .recordedValues()
        .forEach(value -> values.add(Math.log(Math.max(1, value.getValueIteratedTo()))));
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static long[] counts(Histogram histogram) {
    List<Long> counts = new ArrayList<>();
    histogram.recordedValues().forEach(value -> counts.add(value.getCountAtValueIteratedTo()));
    return counts.stream().mapToLong(Long::longValue).toArray();
  }

  private Drawing drawing(Key key, List<Shifted> shifted) {
    String distances =
        shifted.stream()
            .map(one ->
                String.format(
                    Locale.ROOT,
                    "%s %s",
                    one.curve().label(),
                    Figures.percent(Math.expm1(one.distance()))))
            .collect(Collectors.joining(", "));
    Caption caption =
        new Caption(
            "%s against %s, percentile by percentile: %s"
                .formatted(second.name(), first.name(), key.cell().label()),
            key.conditions().label(),
            remark
                + band(shifted)
                + " Mean distance (Wasserstein): "
                + distances
                + "."
                + ChartWords.mapping(key.cell()));
    return ChartWords.drawing(
        "shift-%s-%d-%s"
            .formatted(key.cell().workload(), key.cell().payloadBytes(), key.conditions().slug()),
        caption,
        shifted.stream()
            .map(one ->
                "%s: %s at the median, %s at the last percentile shown."
                    .formatted(
                        one.curve().label(),
                        Figures.multiple(median(one.curve())),
                        Figures.multiple(one.curve().points().getLast().value().median())))
            .collect(Collectors.joining(" ")),
        PercentileChart.SHIFT.sketch(caption, shifted.stream().map(Shifted::curve).toList()));
  }

  private static String band(List<Shifted> shifted) {
    List<String> lone =
        shifted.stream()
            .map(Shifted::curve)
            .filter(curve -> curve.points().getFirst().value().coverage() == 0)
            .map(PercentileCurve::label)
            .toList();
    if (lone.isEmpty()) {
      return "Band: 95 % of resampled forks.";
    }
    return lone.size() == shifted.size()
        ? "No band: there is one fork only in a run."
        : "Band: 95 %% of resampled forks; none for %s, of which there is one fork only in a run."
            .formatted(String.join(", ", lone));
  }

  private static double median(PercentileCurve curve) {
    return curve.points().stream()
        .filter(point -> PercentileCurve.quantile(point.nines()) >= 0.5)
        .findFirst()
        .orElse(curve.points().getLast())
        .value()
        .median();
  }
}
