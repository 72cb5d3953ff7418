package org.hgbench.results.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.hgbench.results.chart.ChartFiles;
import org.hgbench.results.chart.Drawing;
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
  /// @throws InvalidRunException if the run or one of its histogram logs cannot be used; nothing is
  ///   written then
  public static void write(RunDirectory directory) throws IOException {
    Run run = RunReader.read(directory);
    List<TransportPair> pairs = Pairs.of(run);
    ReportCharts charts = new ReportCharts(run, directory);
    Drawing overview = ReportCharts.overview(Pairs.headline(pairs));
    SequencedMap<String, List<Drawing>> byWorkload = new LinkedHashMap<>();
    run.measurements().stream()
        .map(Cell::of)
        .sorted()
        .map(Cell::workload)
        .distinct()
        .forEach(workload -> byWorkload.put(workload, charts.of(workload)));
    Drawing timeline = TimelineData.of(run);
    String report = new HtmlReport(run, pairs, overview, byWorkload, timeline).page();
    String summary = SummaryMarkdown.of(run, pairs);

    List<Drawing> drawings = new ArrayList<>();
    if (overview != null) {
      drawings.add(overview);
    }
    byWorkload.values().forEach(drawings::addAll);
    if (timeline != null) {
      drawings.add(timeline);
    }
    ChartFiles.write(directory, drawings);
    AtomicFile.write(directory.report(), report);
    AtomicFile.write(directory.summary(), summary);
  }
}
