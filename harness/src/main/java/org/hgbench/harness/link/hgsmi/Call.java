package org.hgbench.harness.link.hgsmi;

import org.hgbench.harness.link.Operation;
import org.hgbench.harness.link.Words;
import org.hgbench.hgsmi.wire.BenchmarkCommand;
import org.hgbench.hgsmi.wire.BenchmarkCommand.Echo;
import org.hgbench.hgsmi.wire.HgsmiBuffer;

/// One buffer, one doorbell; the host has answered in place when the doorbell returns.
record Call(GuestSide side) implements Operation {
  @Override
  public long run(long sequence) {
    long word = Words.of(sequence);
    int buffer = side.take(BenchmarkCommand.ECHO_SIZE, BenchmarkCommand.ECHO);
    long at = HgsmiBuffer.dataAt(buffer);
    Echo.write(side.vram(), at, sequence, word);
    side.guest().submit(buffer);
    long first = Echo.a(side.vram(), at);
    long second = Echo.b(side.vram(), at);
    side.guest().free(buffer);
    side.account().received(first, word);
    return side.account().received(second, sequence + word);
  }
}
