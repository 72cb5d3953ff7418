package org.hgbench.harness.environment;

import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// The time of day, from one look at it and then from the clock that nobody can set.
///
/// Forks are paired by their starts. When the time of day is set back or forth during a run, by
/// hand or by the network, their order must stay as it was.
public final class SteadyClock {
  private static final SteadyClock OF_THIS_PROCESS =
      new SteadyClock(OffsetDateTime::now, System::nanoTime);

  private final OffsetDateTime start;
  private final LongSupplier nanos;
  private final long startNanos;

  /// @param timeOfDay asked once
  /// @param nanos a clock that only goes forward
  SteadyClock(Supplier<OffsetDateTime> timeOfDay, LongSupplier nanos) {
    this.start = timeOfDay.get();
    this.nanos = nanos;
    this.startNanos = nanos.getAsLong();
  }

  /// Now.
  public static OffsetDateTime now() {
    return OF_THIS_PROCESS.time();
  }

  /// Now, as it stands in a run directory: ISO 8601 with zone, in milliseconds.
  public static String text() {
    return now().truncatedTo(ChronoUnit.MILLIS).toString();
  }

  OffsetDateTime time() {
    return start.plusNanos(nanos.getAsLong() - startNanos);
  }
}
