package org.hgbench.harness.benchmark;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
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

/// How long does a cache line take to another processor and back, with threads that spin at both
/// ends?
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CacheLineBenchmark {
  /// Where the two threads run.
  @Param("cross-core")
  public String placement;

  private final AtomicLong request = new AtomicLong();
  private final AtomicLong answer = new AtomicLong();
  private SpinningPeer peer;
  private long sequence;

  /// Starts the other thread. The thread that measures calls.
  @Setup(Level.Trial)
  public void open() {
    peer = new SpinningPeer(placement, this::serve);
  }

  /// Ends it.
  @TearDown(Level.Trial)
  public void close() throws InterruptedException {
    peer.end();
  }

  /// One round trip.
  @Benchmark
  public long roundTrip() {
    long mine = ++sequence;
    request.set(mine);
    while (answer.get() != mine) {
      Thread.onSpinWait();
    }
    return mine;
  }

  private boolean serve() {
    long asked = request.get();
    if (asked == answer.getPlain()) {
      return false;
    }
    answer.set(asked);
    return true;
  }
}
