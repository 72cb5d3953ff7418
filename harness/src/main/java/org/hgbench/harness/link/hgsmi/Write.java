package org.hgbench.harness.link.hgsmi;

import org.hgbench.harness.link.Operation;
import org.hgbench.harness.link.Words;
import org.hgbench.hgsmi.wire.BenchmarkCommand;
import org.hgbench.hgsmi.wire.HgsmiBuffer;

/// The guest fills a buffer in VRAM; the host reads it there.
record Write(GuestSide side, int payloadBytes) implements Operation {
  @Override
  public long run(long sequence) {
    int buffer = side.take(payloadBytes, BenchmarkCommand.SINK);
    long sum = side.vram().fillWords(HgsmiBuffer.dataAt(buffer), payloadBytes, Words.of(sequence));
    side.guest().submit(buffer);
    side.guest().free(buffer);
    return side.account().sent(sum);
  }
}
