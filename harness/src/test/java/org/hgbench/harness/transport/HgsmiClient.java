package org.hgbench.harness.transport;

import org.hgbench.hgsmi.guest.HgsmiGuest;
import org.hgbench.hgsmi.wire.BenchmarkCommand;
import org.hgbench.hgsmi.wire.BenchmarkCommand.Echo;
import org.hgbench.hgsmi.wire.BenchmarkCommand.Sunk;
import org.hgbench.hgsmi.wire.Channel;
import org.hgbench.hgsmi.wire.HgsmiBuffer;
import org.hgbench.machine.Machine;
import org.hgbench.machine.boundary.Vcpu;
import org.hgbench.machine.memory.GuestMemory;

/// A guest that asks the benchmark channel of HGSMI.
final class HgsmiClient {
  final GuestMemory vram;
  final HgsmiGuest guest;

  HgsmiClient(Machine machine, Vcpu vcpu) {
    vram = machine.memory().window("vga/0/vram");
    guest = HgsmiGuest.withPool(vcpu, vram, 1 << 18);
  }

  long echo(long a, long b) {
    int buffer = take(BenchmarkCommand.ECHO_SIZE, BenchmarkCommand.ECHO);
    Echo.write(vram, HgsmiBuffer.dataAt(buffer), a, b);
    guest.submit(buffer);
    long answer = Echo.b(vram, HgsmiBuffer.dataAt(buffer));
    guest.free(buffer);
    return answer;
  }

  long sink(int bytes, long word) {
    int buffer = take(bytes, BenchmarkCommand.SINK);
    long sum = vram.fillWords(HgsmiBuffer.dataAt(buffer), bytes, word);
    guest.submit(buffer);
    guest.free(buffer);
    return sum;
  }

  Sunk query() {
    int buffer = take(BenchmarkCommand.QUERY_SIZE, BenchmarkCommand.QUERY);
    guest.submit(buffer);
    Sunk sunk = Sunk.read(vram, HgsmiBuffer.dataAt(buffer));
    guest.free(buffer);
    return sunk;
  }

  private int take(int bytes, int command) {
    return guest.allocate(bytes, Channel.BENCHMARK, command);
  }
}
