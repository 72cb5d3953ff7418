package org.hgbench.harness.benchmark;

import java.util.concurrent.TimeUnit;
import org.hgbench.machine.trace.Stage;
import org.hgbench.machine.trace.Stamps;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// What does a stamp cost that is switched off? The control does the same without it.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class StampBenchmark {
  private long count;

  /// The control.
  @Benchmark
  public long without() {
    return ++count;
  }

  /// With a stamp.
  @Benchmark
  public long stamp() {
    Stamps.stamp(Stage.BUILT);
    return ++count;
  }
}
