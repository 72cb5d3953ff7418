package org.hgbench.harness.benchmark;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.hgbench.machine.placement.Placement;
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

/// What does it cost to wake a sleeping thread and be woken by it: two hand-overs?
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class HandOverBenchmark {
  private static final long STOP = -1;

  /// Where the two threads run.
  @Param("unpinned")
  public String placement;

  private final AtomicLong request = new AtomicLong();
  private final AtomicLong answer = new AtomicLong();
  private Thread asker;
  private Thread peer;
  private long sequence;

  /// Starts the other thread. The thread that measures calls.
  @Setup(Level.Trial)
  public void open() {
    Placement place = Placement.of(placement);
    place.pinGuest();
    asker = Thread.currentThread();
    peer =
        Thread.ofPlatform()
            .name("hand-over-peer")
            .daemon()
            .start(() -> {
              place.pinHost();
              serve();
            });
  }

  /// Ends it.
  @TearDown(Level.Trial)
  public void close() throws InterruptedException {
    request.set(STOP);
    LockSupport.unpark(peer);
    peer.join();
  }

  /// One round trip.
  @Benchmark
  public long park() {
    long mine = ++sequence;
    request.set(mine);
    LockSupport.unpark(peer);
    while (answer.get() != mine) {
      LockSupport.park(this);
    }
    return mine;
  }

  private void serve() {
    long served = 0;
    while (true) {
      long asked = request.get();
      if (asked == STOP) {
        return;
      }
      if (asked != served) {
        served = asked;
        answer.set(asked);
        LockSupport.unpark(asker);
      } else {
        LockSupport.park(this);
      }
    }
  }
}
