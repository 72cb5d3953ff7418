package org.hgbench.results.io;

import java.nio.file.Files;
import java.nio.file.Path;

/// Where everything of one run lies.
///
/// ```text
///   run.json             what was measured, schema "hgbench.run/1"
///   jmh.json             JMH's own result file
///   histograms/ID.hlog   one HdrHistogram log per measurement, tagged with forks
///   charts/NAME.svg      every chart of the report, also as NAME.png and NAME-dark.png
///   report.html          the report, one file
///   summary.md           verdicts and main table
/// ```
///
/// @param path the directory
public record RunDirectory(Path path) {
  /// The run directory that a user names: the directory itself or the `run.json` in it.
  public static RunDirectory of(Path named) {
    boolean isRunFile = Files.isRegularFile(named) && named.endsWith("run.json");
    return new RunDirectory(isRunFile ? named.toAbsolutePath().getParent() : named);
  }

  /// The record of the run.
  public Path runJson() {
    return path.resolve("run.json");
  }

  /// What JMH itself wrote.
  public Path jmhJson() {
    return path.resolve("jmh.json");
  }

  /// The directory of all latency histograms.
  public Path histograms() {
    return path.resolve("histograms");
  }

  /// The latency histograms of one measurement.
  public Path histogram(String measurementId) {
    return histograms().resolve(measurementId + ".hlog");
  }

  /// The directory of all charts.
  public Path charts() {
    return path.resolve("charts");
  }

  /// One chart.
  ///
  /// @param name without its extension
  /// @param extension `svg` or `png`
  public Path chart(String name, String extension) {
    return charts().resolve(name + "." + extension);
  }

  /// The report for people.
  public Path report() {
    return path.resolve("report.html");
  }

  /// The summary for a pull request.
  public Path summary() {
    return path.resolve("summary.md");
  }
}
