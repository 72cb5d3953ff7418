package org.hgbench.results.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hgbench.results.io.AtomicFile;
import org.hgbench.results.io.InvalidRunException;
import org.hgbench.results.io.RunDirectory;
import org.hgbench.results.io.RunReader;
import org.hgbench.results.model.Run;

/// What a run can be turned into for other tools.
public enum ExportFormat {
  /// JMH's own JSON, as JMH wrote it: one file.
  JMH,
  /// Percentile distributions as HdrHistogram's plotter reads them: a file for each measurement in
  /// a directory.
  HGRM,
  /// A row for each fork: one file.
  CSV,
  /// The custom JSON of github-action-benchmark, smaller is better: one file.
  GITHUB,
  /// OpenMetrics text for Prometheus and its kin: one file.
  OPENMETRICS;

  /// The format that a user names.
  ///
  /// @throws IllegalArgumentException if there is none, with the names there are
  public static ExportFormat named(String name) {
    return Arrays.stream(values())
        .filter(format -> format.label().equals(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "no export format '%s'; there are %s"
                    .formatted(
                        name,
                        Arrays.stream(values())
                            .map(ExportFormat::label)
                            .collect(Collectors.joining(", ")))));
  }

  /// Its name on the command line.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Writes the run to `target`, a directory for [#HGRM] and a file for all others.
  ///
  /// @throws InvalidRunException if the run lacks what the format needs; `target` is untouched then
  public void write(RunDirectory directory, Path target) throws IOException {
    Run run = RunReader.read(directory);
    switch (this) {
      case JMH -> AtomicFile.write(target, jmh(directory));
      case HGRM -> PercentileDistributions.write(directory, run, target);
      case CSV -> AtomicFile.write(target, Csv.of(run));
      case GITHUB -> AtomicFile.write(target, GithubBenchmark.of(run));
      case OPENMETRICS -> AtomicFile.write(target, OpenMetrics.of(run));
    }
  }

  private static byte[] jmh(RunDirectory directory) throws IOException {
    Path file = directory.jmhJson();
    if (!Files.exists(file)) {
      throw new InvalidRunException(file, "is not there: this run kept nothing of JMH's own");
    }
    return Files.readAllBytes(file);
  }
}
