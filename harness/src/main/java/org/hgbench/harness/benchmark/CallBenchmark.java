package org.hgbench.harness.benchmark;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/// What does a small request and its answer cost, 16 bytes each way?
///
/// The transport `none` is the control: the same call with nothing behind it.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CallBenchmark {
  /// One operation.
  @Benchmark
  public long call(LinkState state) {
    return state.link.call(state.next());
  }

  /// One operation between two clock reads, recorded in a histogram.
  @Benchmark
  public long callLatency(LinkState state, LatencyState latency) {
    long start = System.nanoTime();
    long result = state.link.call(state.next());
    latency.record(System.nanoTime() - start);
    return result;
  }
}
