package org.hgbench.harness.benchmark;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/// What does it cost to leave the guest and come back, when nobody on the other side does anything?
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class BareTrapBenchmark {
  /// One port access of which the device takes no notice.
  @Benchmark
  public void bareTrap(YardstickState state) {
    state.yardstick.trap();
  }
}
