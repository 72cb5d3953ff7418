package org.hgbench.harness.benchmark;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/// What does it cost to tell the host something, 16 bytes and no answer?
///
/// The transport `none` is the control: the same call with nothing behind it.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class NotifyBenchmark {
  /// One operation.
  @Benchmark
  public long notify(LinkState state) {
    return state.link.notify(state.next());
  }

  /// One operation between two clock reads, recorded in a histogram.
  @Benchmark
  public long notifyLatency(LinkState state, LatencyState latency) {
    long start = System.nanoTime();
    long result = state.link.notify(state.next());
    latency.record(System.nanoTime() - start);
    return result;
  }
}
