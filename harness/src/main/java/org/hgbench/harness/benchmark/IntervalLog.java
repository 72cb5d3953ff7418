package org.hgbench.harness.benchmark;

import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/// The HdrHistogram log that a fork leaves behind; without a place for it nothing is written.
final class IntervalLog implements AutoCloseable {
  private final HistogramLogWriter log;

  private IntervalLog(HistogramLogWriter log) {
    this.log = log;
  }

  /// Opens the log that [LatencyState#LOG_PROPERTY] names.
  static IntervalLog open() {
    String target = System.getProperty(LatencyState.LOG_PROPERTY);
    if (target == null) {
      return new IntervalLog(null);
    }
    try {
      HistogramLogWriter log = new HistogramLogWriter(target);
      log.outputLogFormatVersion();
      log.outputStartTime(System.currentTimeMillis());
      log.outputLegend();
      return new IntervalLog(log);
    } catch (FileNotFoundException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Writes an interval.
  ///
  /// @param tag what it is of, or null
  void write(Histogram interval, String tag) {
    if (log != null) {
      interval.setTag(tag);
      log.outputIntervalHistogram(interval);
    }
  }

  @Override
  public void close() {
    if (log != null) {
      log.close();
    }
  }
}
