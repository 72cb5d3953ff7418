package org.hgbench.results.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hgbench.results.chart.Caption;
import org.hgbench.results.chart.CategoryChart;
import org.hgbench.results.chart.Curve;
import org.hgbench.results.chart.Drawing;
import org.hgbench.results.chart.MedianInterval;
import org.hgbench.results.chart.Series;
import org.hgbench.results.model.Fork;
import org.hgbench.results.model.Measurement;
import org.hgbench.results.model.Run;
import org.hgbench.results.text.Figures;

/// Charts over conditions that have names: where the threads ran, and which way the work was done,
/// such as how often the doorbell of a stream rang. Each is drawn where two or more were measured.
final class CategoryCharts {
  private final Run run;

  CategoryCharts(Run run) {
    this.run = run;
  }

  /// What one such chart shows.
  private record Question(
      CategoryChart chart,
      String name,
      String title,
      Function<Measurement, String> category,
      Function<Measurement, String> curve,
      Function<Setting, Setting> shared) {}

  /// The charts of one workload.
  List<Drawing> of(String workload) {
    List<Drawing> drawings = new ArrayList<>();
    draw(
        workload,
        new Question(
            CategoryChart.BY_PLACEMENT,
            "placement",
            "Time by placement: ",
            Measurement::placement,
            ChartWords::label,
            Setting::anyPlacement),
        drawings);
    draw(
        workload,
        new Question(
            CategoryChart.BY_VARIANT,
            "variant",
            workload.equals("stream") ? "Time by doorbell and batch: " : "Time by variant: ",
            measurement ->
                measurement.variant().equals("default") ? "plain" : measurement.variant(),
            measurement -> Series.name(measurement.transport()),
            Function.identity()),
        drawings);
    return drawings;
  }

  private record Key(Cell cell, Setting conditions) {}

  private void draw(String workload, Question question, List<Drawing> drawings) {
    Set<Setting> charted =
        Pairs.charted(run, workload).keySet().stream()
            .map(question.shared())
            .collect(Collectors.toSet());
    SequencedMap<Key, List<Measurement>> groups = new LinkedHashMap<>();
    for (Measurement measurement : run.measurements()) {
      Setting shared = question.shared().apply(Setting.of(measurement));
      if (measurement.workload().equals(workload)
          && Pairs.charted(run, Cell.of(measurement))
          && !measurement.transport().equals("none")
          && charted.contains(shared)) {
        groups
            .computeIfAbsent(new Key(Cell.of(measurement), shared), key -> new ArrayList<>())
            .add(measurement);
      }
    }
    groups.forEach((key, mine) -> {
      List<String> categories = mine.stream().map(question.category()).distinct().toList();
      if (categories.size() > 1) {
        drawings.add(drawing(question, key, mine, categories));
      }
    });
  }

  private static Drawing drawing(
      Question question, Key key, List<Measurement> mine, List<String> categories) {
    SequencedMap<String, List<Measurement>> lines = new LinkedHashMap<>();
    mine.forEach(measurement ->
        lines
            .computeIfAbsent(question.curve().apply(measurement), absent -> new ArrayList<>())
            .add(measurement));
    List<Curve> curves = new ArrayList<>();
    lines.forEach((label, measurements) ->
        curves.add(
            new Curve(
                label,
                Series.of(measurements.getFirst().transport()),
                measurements.stream()
                    .map(measurement ->
                        new Curve.Point(
                            categories.indexOf(question.category().apply(measurement)),
                            interval(measurement)))
                    .toList())));
    Caption caption =
        new Caption(
            question.title() + key.cell().label(),
            key.conditions().label(),
            ChartWords.bars(curves) + ChartWords.mapping(key.cell()));
    return ChartWords.drawing(
        "%s-%s-%d-%s"
            .formatted(
                question.name(),
                key.cell().workload(),
                key.cell().payloadBytes(),
                key.conditions().slug()),
        caption,
        mine.stream()
            .map(measurement ->
                "%s, %s: %s."
                    .formatted(
                        Series.name(measurement.transport()),
                        question.category().apply(measurement),
                        Figures.nanos(measurement.nanosPerOperation())))
            .collect(Collectors.joining(" ")),
        question.chart().sketch(caption, categories, curves, List.of()));
  }

  private static MedianInterval interval(Measurement measurement) {
    return MedianInterval.of(
        measurement.forks().stream().mapToDouble(Fork::nanosPerOperation).toArray());
  }
}
