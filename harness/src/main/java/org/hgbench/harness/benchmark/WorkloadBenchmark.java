package org.hgbench.harness.benchmark;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/// What does one operation of a workload cost on a transport?
///
/// The transport `none` is the control: the same call with nothing behind it.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class WorkloadBenchmark {
  /// One operation.
  @Benchmark
  public long operation(GuestState guest) {
    return guest.operation.run(guest.next());
  }

  /// One operation between two clock reads, recorded in a histogram.
  @Benchmark
  public long operationLatency(GuestState guest, LatencyState latency) {
    long start = System.nanoTime();
    long result = guest.operation.run(guest.next());
    latency.record(System.nanoTime() - start);
    return result;
  }
}
