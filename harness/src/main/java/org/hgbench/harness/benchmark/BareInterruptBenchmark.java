package org.hgbench.harness.benchmark;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/// How long does an interrupt take, from the moment a thread of the host raises the line to the
/// handler of a guest that waits?
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class BareInterruptBenchmark {
  /// How long the host lets the guest go to sleep before it raises the line.
  private static final int DELAY_NANOS = 20_000;

  /// One interrupt of a guest that sleeps; the figure is that of its [EventClock].
  @Benchmark
  public long bareInterrupt(YardstickState state, EventClock clock) {
    long nanos = state.yardstick.interruptNanos(DELAY_NANOS);
    clock.add(nanos);
    return nanos;
  }
}
