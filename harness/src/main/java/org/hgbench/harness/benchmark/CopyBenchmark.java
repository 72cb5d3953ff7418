package org.hgbench.harness.benchmark;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hgbench.machine.memory.GuestMemory;
import org.hgbench.machine.memory.MachineMemory;
import org.hgbench.machine.memory.MemoryRegion;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/// How fast does this machine copy memory of which guest and host share the pages?
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CopyBenchmark {
  /// Bytes per copy.
  @Param("65536")
  public int payloadBytes;

  private MachineMemory memory;
  private GuestMemory source;
  private GuestMemory target;

  /// Maps two regions and touches every page.
  @Setup(Level.Trial)
  public void open() {
    long bytes = Math.ceilDiv(payloadBytes, MemoryRegion.PAGE) * (long) MemoryRegion.PAGE;
    memory =
        MachineMemory.create(
            List.of(
                new MemoryRegion("source", 0, bytes), new MemoryRegion("target", bytes, bytes)));
    source = memory.window("source");
    target = memory.window("target");
    source.fillWords(0, bytes, 1);
    target.fillWords(0, bytes, 2);
  }

  /// Unmaps them.
  @TearDown(Level.Trial)
  public void close() {
    memory.close();
  }

  /// One copy.
  @Benchmark
  public long copy() {
    source.copyTo(0, target, 0, payloadBytes);
    return target.u8(payloadBytes - 1L);
  }
}
