package org.hgbench.harness.run;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.HdrHistogram.HistogramLogWriter;

/// The histogram logs of one measurement's forks: merged into one log, whose intervals carry the
/// fork's number as their tag, and added up.
final class HistogramLogs {
  private HistogramLogs() {}

  /// Writes the merged log and returns the sum of all intervals.
  static Histogram merge(List<ForkOutcome> outcomes, Path target) throws IOException {
    Files.createDirectories(target.getParent());
    Histogram sum = new Histogram(3);
    HistogramLogWriter log = open(target);
    try {
      log.outputLogFormatVersion();
      log.outputLegend();
      for (ForkOutcome outcome : outcomes) {
        HistogramLogReader reader = new HistogramLogReader(outcome.histogramLog().toFile());
        while (reader.nextIntervalHistogram() instanceof Histogram interval) {
          interval.setTag(Integer.toString(outcome.fork().number()));
          log.outputIntervalHistogram(interval);
          sum.add(interval);
        }
      }
    } finally {
      log.close();
    }
    return sum;
  }

  private static HistogramLogWriter open(Path target) throws FileNotFoundException {
    return new HistogramLogWriter(target.toString());
  }
}
