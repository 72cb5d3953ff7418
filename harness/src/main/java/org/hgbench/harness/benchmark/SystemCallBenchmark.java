package org.hgbench.harness.benchmark;

import java.util.concurrent.TimeUnit;
import org.hgbench.machine.yardstick.OrdinarySystemCall;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// What does an ordinary system call cost, and what does it cost a thread whose calls go through
/// the filter of boundary `process`?
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SystemCallBenchmark {
  private final OrdinarySystemCall call = new OrdinarySystemCall();

  /// One call of a thread without a filter.
  @Benchmark
  public long plain() {
    return call.repeat(1);
  }

  /// One call of the guest thread of boundary `process`.
  @Benchmark
  public long filtered(YardstickState state) {
    return call.repeat(1);
  }
}
