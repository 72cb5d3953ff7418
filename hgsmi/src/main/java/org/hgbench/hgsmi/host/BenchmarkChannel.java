package org.hgbench.hgsmi.host;

import org.hgbench.hgsmi.wire.BenchmarkCommand;
import org.hgbench.hgsmi.wire.BenchmarkCommand.Echo;
import org.hgbench.hgsmi.wire.BenchmarkCommand.Sunk;
import org.hgbench.hgsmi.wire.Channel;
import org.hgbench.hgsmi.wire.ChannelHandler;
import org.hgbench.hgsmi.wire.VboxStatus;
import org.hgbench.machine.memory.GuestMemory;

/// The host's end of the benchmark channel: really reads what it is sent, really writes what it
/// answers, and does nothing else. See [BenchmarkCommand].
public final class BenchmarkChannel implements ChannelHandler {
  private long count;
  private long sum;

  BenchmarkChannel() {}

  @Override
  public int handle(int command, GuestMemory memory, long at, int dataSize) {
    return switch (command) {
      case BenchmarkCommand.SINK -> sink(memory, at, dataSize);
      case BenchmarkCommand.ECHO -> echo(memory, at, dataSize);
      case BenchmarkCommand.FILL -> fill(memory, at, dataSize);
      case BenchmarkCommand.QUERY -> query(memory, at, dataSize);
      default -> VboxStatus.INVALID_FUNCTION;
    };
  }

  private int sink(GuestMemory memory, long at, int dataSize) {
    count++;
    sum += memory.sum(at, dataSize);
    return VboxStatus.SUCCESS;
  }

  private int echo(GuestMemory memory, long at, int dataSize) {
    if (dataSize < BenchmarkCommand.ECHO_SIZE) {
      return VboxStatus.INVALID_PARAMETER;
    }
    Echo.answer(memory, at);
    return VboxStatus.SUCCESS;
  }

  private int fill(GuestMemory memory, long at, int dataSize) {
    if (dataSize < BenchmarkCommand.FILL_LEAST_SIZE) {
      return VboxStatus.INVALID_PARAMETER;
    }
    memory.fillWords(at, dataSize, BenchmarkCommand.fillWord(memory, at));
    return VboxStatus.SUCCESS;
  }

  private int query(GuestMemory memory, long at, int dataSize) {
    if (dataSize < BenchmarkCommand.QUERY_SIZE) {
      return VboxStatus.INVALID_PARAMETER;
    }
    new Sunk(count, sum).write(memory, at);
    count = 0;
    sum = 0;
    return VboxStatus.SUCCESS;
  }

  /// Brings it to the device, as any plug-in would.
  public static final class Provider implements ChannelProvider {
    /// For [java.util.ServiceLoader].
    public Provider() {}

    @Override
    public String name() {
      return "benchmark";
    }

    @Override
    public int channel() {
      return Channel.BENCHMARK;
    }

    @Override
    public ChannelHandler create(ChannelContext context) {
      return new BenchmarkChannel();
    }
  }
}
