package org.hgbench.harness.benchmark;

import java.util.concurrent.TimeUnit;
import org.hgbench.machine.boundary.kvm.KvmBoundary;
import org.hgbench.machine.boundary.process.ProcessBoundary;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/// What do the system calls of a trap cost with nothing around them? What a bare trap costs beyond
/// that is ours.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class BareLoopBenchmark {
  /// One entry and exit on `kvm`, one notification and its answer on `process`.
  @Benchmark
  public void bareLoop(YardstickState state) {
    switch (state.machine.boundary()) {
      case KvmBoundary kvm -> kvm.enterOnly(1);
      case ProcessBoundary process -> process.trapOnly(1);
      default ->
          throw new IllegalArgumentException(
              "boundary %s has no system calls".formatted(state.machine.boundary().name()));
    }
  }
}
