package org.hgbench.harness.link.hgsmi;

import org.hgbench.harness.link.Operation;
import org.hgbench.harness.link.Words;
import org.hgbench.hgsmi.wire.BenchmarkCommand;
import org.hgbench.hgsmi.wire.BenchmarkCommand.Echo;
import org.hgbench.hgsmi.wire.HgsmiBuffer;

/// One buffer, one doorbell.
record Notify(GuestSide side) implements Operation {
  @Override
  public long run(long sequence) {
    long word = Words.of(sequence);
    int buffer = side.take(BenchmarkCommand.ECHO_SIZE, BenchmarkCommand.SINK);
    Echo.write(side.vram(), HgsmiBuffer.dataAt(buffer), sequence, word);
    side.guest().submit(buffer);
    side.guest().free(buffer);
    return side.account().sent(sequence + word);
  }
}
