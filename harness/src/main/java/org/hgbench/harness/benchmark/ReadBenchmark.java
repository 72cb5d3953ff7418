package org.hgbench.harness.benchmark;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/// What does it cost to receive n bytes from the host, which writes every one of them?
///
/// The transport `none` is the control: the same call with nothing behind it.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ReadBenchmark {
  /// One operation.
  @Benchmark
  public long read(LinkState state) {
    return state.link.read(state.next());
  }

  /// One operation between two clock reads, recorded in a histogram.
  @Benchmark
  public long readLatency(LinkState state, LatencyState latency) {
    long start = System.nanoTime();
    long result = state.link.read(state.next());
    latency.record(System.nanoTime() - start);
    return result;
  }
}
