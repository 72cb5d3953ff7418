package org.hgbench.harness.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channel;
import java.nio.channels.Pipe;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.TimeUnit;
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

/// What does a round trip of 16 bytes cost between two threads of one process through what an
/// operating system offers for it: two pipes, or a Unix domain socket?
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ChannelBenchmark {
  private static final int MESSAGE_BYTES = 16;

  /// `pipe` or `socket`.
  @Param({"pipe", "socket"})
  public String channel;

  /// Where the two threads run.
  @Param("unpinned")
  public String placement;

  private final ByteBuffer message = ByteBuffer.allocateDirect(MESSAGE_BYTES);
  private WritableByteChannel there;
  private ReadableByteChannel back;
  private List<Channel> ends;
  private Thread peer;

  /// Opens it and starts the other thread. The thread that measures calls.
  @Setup(Level.Trial)
  public void open() throws IOException {
    Placement place = Placement.of(placement);
    place.pinGuest();
    switch (channel) {
      case "pipe" -> {
        Pipe question = Pipe.open();
        Pipe answer = Pipe.open();
        there = question.sink();
        back = answer.source();
        ends = List.of(there, back, question.source(), answer.sink());
        serve(place, question.source(), answer.sink());
      }
      case "socket" -> {
        SocketChannel[] pair = socketPair();
        there = pair[0];
        back = pair[0];
        ends = List.<Channel>of(pair);
        serve(place, pair[1], pair[1]);
      }
      default -> throw new IllegalArgumentException("no channel '" + channel + "'");
    }
  }

  /// Closes it, by which the other thread ends.
  @TearDown(Level.Trial)
  public void close() throws IOException, InterruptedException {
    there.close();
    peer.join();
    for (Channel end : ends) {
      end.close();
    }
  }

  /// One round trip.
  @Benchmark
  public int roundTrip() throws IOException {
    message.clear();
    send(there, message);
    message.clear();
    return receive(back, message) ? message.position() : 0;
  }

  private void serve(Placement place, ReadableByteChannel from, WritableByteChannel to) {
    peer =
        Thread.ofPlatform()
            .name("channel-peer")
            .daemon()
            .start(() -> {
              place.pinHost();
              ByteBuffer buffer = ByteBuffer.allocateDirect(MESSAGE_BYTES);
              try {
                while (receive(from, buffer.clear())) {
                  send(to, buffer.flip());
                }
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  private static void send(WritableByteChannel channel, ByteBuffer message) throws IOException {
    while (message.hasRemaining()) {
      channel.write(message);
    }
  }

  /// Whether a whole message came before the end.
  private static boolean receive(ReadableByteChannel channel, ByteBuffer message)
      throws IOException {
    while (message.hasRemaining()) {
      if (channel.read(message) < 0) {
        return false;
      }
    }
    return true;
  }

  private static SocketChannel[] socketPair() throws IOException {
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(null);
      UnixDomainSocketAddress address = (UnixDomainSocketAddress) server.getLocalAddress();
      try {
        SocketChannel near = SocketChannel.open(address);
        return new SocketChannel[] {near, server.accept()};
      } finally {
        Files.delete(address.getPath());
      }
    }
  }
}
