package org.hgbench.results.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hgbench.results.chart.ChartFiles;
import org.hgbench.results.chart.Drawing;
import org.hgbench.results.chart.Rendered;
import org.hgbench.results.compare.Fingerprint;
import org.hgbench.results.io.InvalidRunException;
import org.hgbench.results.io.RunDirectory;
import org.hgbench.results.io.RunReader;
import org.hgbench.results.model.Run;

/// Draws runs for `plot`: one run as in its report, several laid over each other.
public final class RunPlots {
  private RunPlots() {}

  /// A run and what it is called on charts.
  record Named(String name, Run run, RunDirectory directory) {}

  /// Writes the charts into `target` and answers what a reader must know of the mixture, such as
  /// that machines differ.
  ///
  /// @param runs at least one
  /// @throws InvalidRunException if one cannot be used; nothing is written then
  public static List<String> write(List<RunDirectory> runs, Path target) throws IOException {
    List<Named> named = named(runs);
    List<String> differences = differences(named);
    List<Drawing> drawings =
        named.size() == 1 ? single(named.getFirst()) : new OverlayCharts(named, differences).all();
    ChartFiles.write(target, Rendered.of(drawings));
    return differences;
  }

  private static List<Drawing> single(Named only) {
    ReportCharts charts = new ReportCharts(only.run(), only.directory());
    List<Drawing> drawings = new ArrayList<>();
    Drawing overview = ReportCharts.overview(Pairs.picture(Pairs.of(only.run())));
    if (overview != null) {
      drawings.add(overview);
    }
    ReportWriter.workloads(only.run()).forEach(workload -> drawings.addAll(charts.of(workload)));
    Drawing timeline = TimelineData.of(only.run());
    if (timeline != null) {
      drawings.add(timeline);
    }
    return drawings;
  }

  private static List<Named> named(List<RunDirectory> runs) {
    List<Named> named = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (RunDirectory directory : runs) {
      Path last = directory.path().toAbsolutePath().normalize().getFileName();
      String base = last == null ? "run" : last.toString();
      String name = base;
      for (int i = 2; !taken.add(name); i++) {
        name = base + " (" + i + ")";
      }
      named.add(new Named(name, RunReader.read(directory), directory));
    }
    return named;
  }

  // Runs of different machines are never mixed silently.
  private static List<String> differences(List<Named> named) {
    Run first = named.getFirst().run();
    Set<String> fields = new TreeSet<>();
    for (Named other : named.subList(1, named.size())) {
      Fingerprint.between(first, other.run()).differences().stream()
          .filter(Fingerprint.Difference::gating)
          .forEach(difference -> fields.add(difference.field()));
    }
    return fields.isEmpty()
        ? List.of()
        : List.of("The runs differ in " + String.join(", ", fields) + ".");
  }
}
