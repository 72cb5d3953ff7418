package org.hgbench.harness.benchmark;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/// How long do operations take that are due at times of their own, queueing included?
///
/// JMH starts and ends it; the times are those of [OpenLoadState], since JMH itself knows closed
/// loops only.
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class OpenLoadBenchmark {
  /// One whole load.
  @Benchmark
  public long load(OpenLoadState load) {
    return load.run();
  }
}
