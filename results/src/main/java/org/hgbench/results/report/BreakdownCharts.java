package org.hgbench.results.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.hgbench.results.chart.BreakdownChart;
import org.hgbench.results.chart.Caption;
import org.hgbench.results.chart.Drawing;
import org.hgbench.results.chart.Series;
import org.hgbench.results.model.Breakdown;
import org.hgbench.results.model.Run;
import org.hgbench.results.text.Figures;

/// Where the time of an operation goes, both transports on one axis. The figures come from forks
/// with stamps switched on and are never mixed with the others; what the stamps cost is said.
final class BreakdownCharts {
  private final Run run;

  BreakdownCharts(Run run) {
    this.run = run;
  }

  private record Key(Cell cell, Setting conditions) {}

  /// The charts of one workload.
  List<Drawing> of(String workload) {
    SequencedMap<Key, List<Breakdown>> groups = new LinkedHashMap<>();
    for (Breakdown breakdown : run.breakdowns()) {
      if (breakdown.workload().equals(workload) && !breakdown.stages().isEmpty()) {
        Cell cell = new Cell(workload, breakdown.payloadBytes());
        groups
            .computeIfAbsent(new Key(cell, Setting.of(breakdown)), absent -> new ArrayList<>())
            .add(breakdown);
      }
    }
    return groups.entrySet().stream()
        .map(group -> drawing(group.getKey(), group.getValue()))
        .toList();
  }

  private static Drawing drawing(Key key, List<Breakdown> breakdowns) {
    List<BreakdownChart.Stack> stacks = breakdowns.stream().map(BreakdownCharts::stack).toList();
    Caption caption =
        new Caption(
            "Where the time goes: " + key.cell().label(),
            key.conditions().label(),
            "Means, from forks with stamps, which add "
                + breakdowns.stream()
                    .map(breakdown ->
                        String.format(
                            Locale.ROOT,
                            "%s to %s",
                            Figures.percent(breakdown.overhead()),
                            Series.name(breakdown.transport())))
                    .collect(Collectors.joining(", "))
                + "."
                + ChartWords.mapping(key.cell()));
    return new Drawing(
        "stages-%s-%d-%s"
            .formatted(key.cell().workload(), key.cell().payloadBytes(), key.conditions().slug()),
        caption,
        stacks.stream().map(BreakdownCharts::words).collect(Collectors.joining(" ")),
        ChartWords.WIDTH,
        BreakdownChart.height(stacks),
        BreakdownChart.sketch(caption, stacks));
  }

  private static BreakdownChart.Stack stack(Breakdown breakdown) {
    String variant = breakdown.variant().equals("default") ? "" : " (" + breakdown.variant() + ")";
    return new BreakdownChart.Stack(
        breakdown.path() + variant,
        Series.of(breakdown.transport()),
        breakdown.stages().stream()
            .map(stage ->
                new BreakdownChart.Part(
                    stage.name() + ", " + stage.side(),
                    stage.nanos().mean() == null ? 0 : stage.nanos().mean()))
            .toList());
  }

  private static String words(BreakdownChart.Stack stack) {
    return "%s, %s in all: %s."
        .formatted(
            stack.label(),
            Figures.nanos(stack.nanos()),
            stack.parts().stream()
                .map(part -> part.label() + " " + Figures.nanos(part.nanos()))
                .collect(Collectors.joining("; ")));
  }
}
