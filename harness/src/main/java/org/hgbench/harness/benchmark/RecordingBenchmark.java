package org.hgbench.harness.benchmark;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// What does recording single operations add to them: two clock reads, and the histogram?
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RecordingBenchmark {
  /// A linear congruential generator: the multiplier and increment of Knuth's MMIX.
  private static final long MULTIPLIER = 6364136223846793005L;

  private static final long INCREMENT = 1442695040888963407L;

  /// Leaves 20 bits: latencies of up to a millisecond.
  private static final int SHIFT = 44;

  private long random = 1;

  /// What stands around every recorded operation.
  @Benchmark
  public long twoClockReads() {
    long start = System.nanoTime();
    return System.nanoTime() - start;
  }

  /// What comes on top of them: one latency, unlike the one before, into the histogram.
  @Benchmark
  public long record(LatencyState latency) {
    random = random * MULTIPLIER + INCREMENT;
    latency.record(random >>> SHIFT);
    return random;
  }
}
