package org.hgbench.harness.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.hgbench.results.io.HistogramLog;

/// The histogram logs of one measurement's forks: merged into one log, whose intervals carry the
/// fork's number as their tag, and added up.
final class HistogramLogs {
  private HistogramLogs() {}

  /// Writes the merged log and returns the sum of all intervals.
  static Histogram merge(List<ForkOutcome> outcomes, Path target) throws IOException {
    return merge(outcomes, null, target);
  }

  /// The same of the intervals with one tag.
  ///
  /// @param tag null for intervals without one
  static Histogram merge(List<ForkOutcome> outcomes, String tag, Path target) throws IOException {
    List<Histogram> all = new ArrayList<>();
    for (ForkOutcome outcome : outcomes) {
      for (Histogram interval : intervals(outcome, tag)) {
        interval.setTag(Integer.toString(outcome.fork().number()));
        all.add(interval);
      }
    }
    HistogramLog.write(target, all);
    return HistogramLog.sum(all);
  }

  /// The sum of one fork's intervals.
  static Histogram of(ForkOutcome outcome) throws IOException {
    return of(outcome, null);
  }

  /// The sum of one fork's intervals with one tag.
  static Histogram of(ForkOutcome outcome, String tag) throws IOException {
    return HistogramLog.sum(intervals(outcome, tag));
  }

  /// Writes all intervals of all forks with the tags that they have.
  static void copy(List<ForkOutcome> outcomes, Path target) throws IOException {
    List<Histogram> all = new ArrayList<>();
    for (ForkOutcome outcome : outcomes) {
      all.addAll(intervals(outcome));
    }
    HistogramLog.write(target, all);
  }

  private static List<Histogram> intervals(ForkOutcome outcome, String tag) throws IOException {
    return intervals(outcome).stream()
        .filter(interval -> Objects.equals(interval.getTag(), tag))
        .toList();
  }

  private static List<Histogram> intervals(ForkOutcome outcome) throws IOException {
    List<Histogram> intervals = new ArrayList<>();
    try (HistogramLogReader reader = new HistogramLogReader(outcome.histogramLog().toFile())) {
      while (reader.nextIntervalHistogram() instanceof Histogram interval) {
        intervals.add(interval);
      }
    }
    return intervals;
  }
}
