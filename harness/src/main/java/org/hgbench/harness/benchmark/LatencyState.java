package org.hgbench.harness.benchmark;

import org.HdrHistogram.Histogram;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;

/// Records the latency of each operation, one interval per measured iteration, and writes the
/// intervals as an HdrHistogram log.
///
/// The closed loop of one guest thread records service times: the next operation starts when the
/// last one is done, so nothing queues. Forks that record do not count for the mean.
@State(Scope.Thread)
public class LatencyState {
  /// Where the log goes; without it nothing is written.
  public static final String LOG_PROPERTY = "hgbench.fork.hlog";

  private static final long LONGEST_NANOS = 60_000_000_000L;

  private final Histogram interval = new Histogram(LONGEST_NANOS, 3);
  private IntervalLog log;

  void record(long nanos) {
    interval.recordValue(Math.min(nanos, LONGEST_NANOS));
  }

  /// Opens the log.
  @Setup(Level.Trial)
  public void open() {
    log = IntervalLog.open();
  }

  /// Begins an interval.
  @Setup(Level.Iteration)
  public void begin() {
    interval.reset();
    interval.setStartTimeStamp(System.currentTimeMillis());
  }

  /// Writes the interval, if the iteration counts.
  @TearDown(Level.Iteration)
  public void end(IterationParams iteration) {
    interval.setEndTimeStamp(System.currentTimeMillis());
    if (iteration.getType() == IterationType.MEASUREMENT) {
      log.write(interval, null);
    }
  }

  /// Closes the log.
  @TearDown(Level.Trial)
  public void close() {
    log.close();
  }
}
