package org.hgbench.harness.benchmark;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/// What does it cost to hand something to another thread and get it back: two hand-overs?
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class HandOverBenchmark {
  private static final long STOP = -1;

  private final AtomicLong request = new AtomicLong();
  private final AtomicLong answer = new AtomicLong();
  private volatile Thread asker;
  private volatile boolean parking;
  private Thread peer;
  private long sequence;

  /// Starts the other thread.
  @Setup(Level.Trial)
  public void open() {
    peer = Thread.ofPlatform().name("hand-over-peer").daemon().start(this::serve);
  }

  /// Ends it.
  @TearDown(Level.Trial)
  public void close() throws InterruptedException {
    request.set(STOP);
    LockSupport.unpark(peer);
    peer.join();
  }

  /// Both threads sleep until the other wakes them.
  @Benchmark
  public long park() {
    asker = Thread.currentThread();
    parking = true;
    long mine = ++sequence;
    request.set(mine);
    LockSupport.unpark(peer);
    while (answer.get() != mine) {
      LockSupport.park(this);
    }
    return mine;
  }

  /// Both threads spin on a shared word: one cache line there, one back.
  @Benchmark
  public long spin() {
    long mine = ++sequence;
    request.set(mine);
    if (mine == 1) {
      LockSupport.unpark(peer);
    }
    while (answer.get() != mine) {
      Thread.onSpinWait();
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
        if (parking) {
          LockSupport.unpark(asker);
        }
      } else if (parking || asked == 0) {
        LockSupport.park(this);
      } else {
        Thread.onSpinWait();
      }
    }
  }
}
