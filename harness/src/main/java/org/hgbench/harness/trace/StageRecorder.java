package org.hgbench.harness.trace;

import java.util.Arrays;
import java.util.function.ToLongFunction;
import org.HdrHistogram.Histogram;
import org.hgbench.machine.trace.Stage;

/// Records the stages of operations: a histogram and an exact sum for each.
///
/// An operation that lacks a stamp, or whose stamps are out of order, is left out whole and
/// counted, so that the sums of all stages always add up to the sum of the totals. Nothing is
/// allocated per operation.
public final class StageRecorder {
  private static final long LONGEST_NANOS = 60_000_000_000L;

  private final TracePath path;
  private final ToLongFunction<Stage> stamps;
  private final Histogram[] histograms;
  private final Histogram total = new Histogram(LONGEST_NANOS, 3);
  private final long[] nanos;
  private final long[] sums;
  private long count;
  private long incomplete;

  /// Follows a path.
  ///
  /// @param stamps when a stage was reached, 0 if it was not
  public StageRecorder(TracePath path, ToLongFunction<Stage> stamps) {
    this.path = path;
    this.stamps = stamps;
    int steps = path.steps().size();
    histograms = new Histogram[steps];
    Arrays.setAll(histograms, step -> new Histogram(LONGEST_NANOS, 3));
    nanos = new long[steps];
    sums = new long[steps];
  }

  /// An operation has ended.
  ///
  /// @param begin when it began
  /// @param end when it ended
  public void record(long begin, long end) {
    long previous = begin;
    for (int i = 0; i < nanos.length; i++) {
      Stage stage = path.steps().get(i).stage();
      long at = stage == null ? end : stamps.applyAsLong(stage);
      if (at == 0 || at - previous < 0) {
        incomplete++;
        return;
      }
      nanos[i] = at - previous;
      previous = at;
    }
    count++;
    total.recordValue(Math.min(end - begin, LONGEST_NANOS));
    for (int i = 0; i < nanos.length; i++) {
      sums[i] += nanos[i];
      histograms[i].recordValue(Math.min(nanos[i], LONGEST_NANOS));
    }
  }

  /// Forgets everything.
  public void reset() {
    Arrays.stream(histograms).forEach(Histogram::reset);
    total.reset();
    Arrays.fill(sums, 0);
    count = 0;
    incomplete = 0;
  }

  /// The path.
  public TracePath path() {
    return path;
  }

  /// The times of a stage.
  public Histogram histogram(int step) {
    return histograms[step];
  }

  /// The times of whole operations.
  public Histogram total() {
    return total;
  }

  /// The exact sum of a stage's times.
  public long sum(int step) {
    return sums[step];
  }

  /// How many operations were recorded.
  public long count() {
    return count;
  }

  /// How many were left out.
  public long incomplete() {
    return incomplete;
  }
}
