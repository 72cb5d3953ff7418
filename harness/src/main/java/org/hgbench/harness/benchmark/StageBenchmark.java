package org.hgbench.harness.benchmark;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/// Where does the time of one operation go?
///
/// What it costs beyond the same operation in a benchmark of its workload is the cost of tracing.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class StageBenchmark {
  /// One operation, stamped.
  @Benchmark
  public long traced(StageState stages) {
    return stages.run();
  }
}
