package org.hgbench.harness.load;

import java.util.function.LongSupplier;
import org.HdrHistogram.Histogram;

/// Does operations at the times at which they are due, and records both times of each.
///
/// Nothing is allocated per operation. A loop that falls behind goes on without pause until it has
/// caught up; it gives up, and says how many operations it left, when it has taken [#PATIENCE]
/// times as long as planned.
public final class OpenLoop {
  /// How many times the planned length a run may last.
  static final int PATIENCE = 2;

  private final Clock clock;
  private final Histogram response;
  private final Histogram service;
  private long sink;

  /// Records into these histograms, which must take values up to a minute or resize themselves.
  public OpenLoop(Clock clock, Histogram response, Histogram service) {
    this.clock = clock;
    this.response = response;
    this.service = service;
  }

  /// Does everything that is due within so many nanoseconds.
  public Pace run(LongSupplier operation, Schedule schedule, long nanos) {
    long start = clock.now();
    long due = schedule.next();
    long planned = 0;
    long done = 0;
    long now = start;
    while (due < nanos) {
      planned++;
      if (now - start < PATIENCE * nanos) {
        long began = clock.await(start + due);
        sink += operation.getAsLong();
        now = clock.now();
        response.recordValue(now - (start + due));
        service.recordValue(now - began);
        done++;
      }
      due = schedule.next();
    }
    return new Pace(planned, done, nanos, Math.max(nanos, now - start));
  }

  /// Depends on the result of every operation, so that no compiler drops one.
  public long results() {
    return sink;
  }
}
