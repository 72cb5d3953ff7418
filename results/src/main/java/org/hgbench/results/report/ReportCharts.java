package org.hgbench.results.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.hgbench.results.chart.Caption;
import org.hgbench.results.chart.Drawing;
import org.hgbench.results.chart.RatioOverview;
import org.hgbench.results.chart.RatioRow;
import org.hgbench.results.io.RunDirectory;
import org.hgbench.results.model.Measurement;
import org.hgbench.results.model.Run;
import org.hgbench.results.text.Figures;

/// Chooses the charts of a run.
final class ReportCharts {
  private static final int OVERVIEW_WIDTH = 860;

  private final Run run;
  private final PercentileCharts percentiles;
  private final BreakdownCharts breakdowns;
  private final SweepCharts sweeps;
  private final CategoryCharts categories;

  ReportCharts(Run run, RunDirectory directory) {
    this.run = run;
    this.percentiles = new PercentileCharts(directory);
    this.breakdowns = new BreakdownCharts(run);
    this.sweeps = new SweepCharts(run);
    this.categories = new CategoryCharts(run);
  }

  /// The charts of one workload.
  List<Drawing> of(String workload) {
    List<Drawing> drawings = new ArrayList<>();
    drawings.addAll(
        each(workload, (conditions, mine) -> PayloadCharts.of(workload, conditions, mine)));
    drawings.addAll(breakdowns.of(workload));
    drawings.addAll(sweeps.of(workload));
    drawings.addAll(categories.of(workload));
    drawings.addAll(each(workload, percentiles::of));
    return drawings;
  }

  private List<Drawing> each(
      String workload, BiFunction<Setting, List<Measurement>, List<Drawing>> charts) {
    List<Drawing> drawings = new ArrayList<>();
    Pairs.charted(run, workload)
        .forEach((conditions, mine) -> drawings.addAll(charts.apply(conditions, mine)));
    return drawings;
  }

  /// The overview of all ratios, or null where there is no pair.
  static Drawing overview(List<TransportPair> headline) {
    if (headline.isEmpty()) {
      return null;
    }
    List<RatioRow> rows = headline.stream().map(ReportCharts::row).toList();
    boolean bulk = headline.stream().anyMatch(pair -> pair.cell().bulk());
    boolean paired = headline.stream().allMatch(pair -> pair.judged().interleaved());
    Caption caption =
        new Caption(
            "How many times as long HGCM takes as HGSMI",
            ChartWords.shared(headline.stream().map(pair -> pair.conditions().circumstances())),
            "Marker: Hodges-Lehmann ratio. Bar: exact 95 % interval, forks "
                + (paired ? "paired as they took turns." : "not paired: they did not take turns.")
                + (bulk ? " Bulk payloads with a write-back mapping." : ""));
    return new Drawing(
        "overview",
        caption,
        headline.stream()
            .map(ReportCharts::words)
            .collect(Collectors.joining(" ", "Ratios of HGCM's time to HGSMI's. ", "")),
        OVERVIEW_WIDTH,
        RatioOverview.height(rows),
        RatioOverview.sketch(caption, rows));
  }

  private static RatioRow row(TransportPair pair) {
    return new RatioRow(
        pair.conditions().crossing(),
        pair.label(),
        pair.ratio(),
        pair.low(),
        pair.high(),
        pair.outcome());
  }

  private static String words(TransportPair pair) {
    return "%s, %s: %s, %s."
        .formatted(
            pair.conditions().crossing(),
            pair.label(),
            Figures.multiple(pair.ratio()),
            pair.outcome().label());
  }
}
