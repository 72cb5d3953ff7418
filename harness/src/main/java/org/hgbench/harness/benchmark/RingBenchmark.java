package org.hgbench.harness.benchmark;

import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.MessageHandler;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.ringbuffer.OneToOneRingBuffer;
import org.agrona.concurrent.ringbuffer.RingBufferDescriptor;
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

/// What does a round trip of 16 bytes cost between two spinning threads through a well-made ring
/// (Agrona's one-to-one ring buffer) each way: the best that shared memory can do without traps?
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RingBenchmark {
  private static final int MESSAGE_BYTES = 16;
  private static final int RING_BYTES = 1 << 16;
  private static final int TYPE = 1;

  /// Where the two threads run.
  @Param("cross-core")
  public String placement;

  private final OneToOneRingBuffer there = ring();
  private final OneToOneRingBuffer back = ring();
  private final UnsafeBuffer question = new UnsafeBuffer(new byte[MESSAGE_BYTES]);
  private long received;
  private final MessageHandler echo =
      (type, buffer, index, length) -> back.write(type, buffer, index, length);
  private final MessageHandler receive =
      (type, buffer, index, length) -> received = buffer.getLong(index);
  private SpinningPeer peer;

  /// Starts the other thread. The thread that measures calls.
  @Setup(Level.Trial)
  public void open() {
    peer = new SpinningPeer(placement, () -> there.read(echo) > 0);
  }

  /// Ends it.
  @TearDown(Level.Trial)
  public void close() throws InterruptedException {
    peer.end();
  }

  /// One round trip.
  @Benchmark
  public long roundTrip() {
    question.putLong(0, received + 1);
    there.write(TYPE, question, 0, MESSAGE_BYTES);
    while (back.read(receive) == 0) {
      Thread.onSpinWait();
    }
    return received;
  }

  private static OneToOneRingBuffer ring() {
    return new OneToOneRingBuffer(
        new UnsafeBuffer(
            ByteBuffer.allocateDirect(RING_BYTES + RingBufferDescriptor.TRAILER_LENGTH)));
  }
}
