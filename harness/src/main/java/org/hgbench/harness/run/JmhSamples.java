package org.hgbench.harness.run;

import java.io.FileNotFoundException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The times of single operations that JMH's mode `sample` found in a fork: for each iteration,
/// pairs of a time in nanoseconds and how often it occurred.
final class JmhSamples {
  private JmhSamples() {}

  /// The mean of each iteration.
  static List<Double> means(ObjectNode jmh) {
    List<Double> means = new ArrayList<>();
    for (JsonNode iteration : iterations(jmh)) {
      double sum = 0;
      long count = 0;
      for (JsonNode pair : iteration) {
        sum += pair.get(0).doubleValue() * pair.get(1).longValue();
        count += pair.get(1).longValue();
      }
      means.add(sum / count);
    }
    return means;
  }

  /// Writes a histogram log with an interval for each iteration. JMH does not say when they began.
  static void writeLog(ObjectNode jmh, Path target) throws FileNotFoundException {
    HistogramLogWriter log = new HistogramLogWriter(target.toString());
    log.outputLogFormatVersion();
    log.outputLegend();
    for (JsonNode iteration : iterations(jmh)) {
      Histogram interval = new Histogram(3);
      for (JsonNode pair : iteration) {
        interval.recordValueWithCount(
            Math.round(pair.get(0).doubleValue()), pair.get(1).longValue());
      }
      interval.setStartTimeStamp(0);
      interval.setEndTimeStamp(0);
      log.outputIntervalHistogram(interval);
    }
    log.close();
  }

  private static JsonNode iterations(ObjectNode jmh) {
    return jmh.get("primaryMetric").get("rawDataHistogram").get(0);
  }
}
