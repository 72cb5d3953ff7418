package org.hgbench.harness.benchmark;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/// What does it cost to send n bytes to the host, which reads every one of them?
///
/// The transport `none` is the control: the same call with nothing behind it.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class WriteBenchmark {
  /// One operation.
  @Benchmark
  public long write(LinkState state) {
    return state.link.write(state.next());
  }

  /// One operation between two clock reads, recorded in a histogram.
  @Benchmark
  public long writeLatency(LinkState state, LatencyState latency) {
    long start = System.nanoTime();
    long result = state.link.write(state.next());
    latency.record(System.nanoTime() - start);
    return result;
  }
}
