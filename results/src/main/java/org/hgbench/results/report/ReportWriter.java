package org.hgbench.results.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.hgbench.results.chart.ChartFiles;
import org.hgbench.results.chart.Drawing;
import org.hgbench.results.chart.Rendered;
import org.hgbench.results.io.AtomicFile;
import org.hgbench.results.io.InvalidRunException;
import org.hgbench.results.io.RunDirectory;
import org.hgbench.results.io.RunReader;
import org.hgbench.results.model.Run;

/// Makes all that people read of a run from `run.json` and the histograms: charts, `report.html`
/// and `summary.md`. What is there already is replaced.
public final class ReportWriter {
  private ReportWriter() {}

  /// Writes everything.
  ///
  /// @return the run that was read
  /// @throws InvalidRunException if the run or one of its histogram logs cannot be used; nothing is
  ///   written then
  public static Run write(RunDirectory directory) throws IOException {
    Run run = RunReader.read(directory);
    List<TransportPair> pairs = Pairs.of(run);
    ReportCharts charts = new ReportCharts(run, directory);
    Drawing overview = ReportCharts.overview(Pairs.picture(pairs));
    Drawing timeline = TimelineData.of(run);
    SequencedMap<String, List<Drawing>> byWorkload = new LinkedHashMap<>();
    List<String> workloads = workloads(run);
    List<List<Drawing>> drawn = workloads.parallelStream().map(charts::of).toList();
    for (int i = 0; i < workloads.size(); i++) {
      byWorkload.put(workloads.get(i), drawn.get(i));
    }
    List<Drawing> drawings = new ArrayList<>();
    Stream.of(overview, timeline).filter(Objects::nonNull).forEach(drawings::add);
    byWorkload.values().forEach(drawings::addAll);

    List<Rendered> rendered = Rendered.of(drawings);
    Map<Drawing, Rendered> byDrawing = new IdentityHashMap<>();
    rendered.forEach(chart -> byDrawing.put(chart.drawing(), chart));
    SequencedMap<String, List<Rendered>> figures = new LinkedHashMap<>();
    byWorkload.forEach(
        (workload, mine) -> figures.put(workload, mine.stream().map(byDrawing::get).toList()));
    String report =
        new HtmlReport(run, pairs, byDrawing.get(overview), figures, byDrawing.get(timeline))
            .page();
    String summary = SummaryMarkdown.of(run, pairs);
    ChartFiles.write(directory.charts(), rendered);
    AtomicFile.write(directory.report(), report);
    AtomicFile.write(directory.summary(), summary);
    return run;
  }

  /// The workloads of a run, in the order of the report.
  static List<String> workloads(Run run) {
    return run.measurements().stream()
        .map(Cell::of)
        .sorted()
        .map(Cell::workload)
        .distinct()
        .toList();
  }
}
