package org.hgbench.harness.link.hgsmi;

import org.hgbench.harness.link.Operation;
import org.hgbench.harness.link.Words;
import org.hgbench.hgsmi.wire.BenchmarkCommand;
import org.hgbench.hgsmi.wire.HgsmiBuffer;

/// The host fills a buffer in VRAM; the guest reads it there.
record Read(GuestSide side, int payloadBytes) implements Operation {
  @Override
  public long run(long sequence) {
    long word = Words.of(sequence);
    int buffer = side.take(payloadBytes, BenchmarkCommand.FILL);
    long at = HgsmiBuffer.dataAt(buffer);
    BenchmarkCommand.fillWord(side.vram(), at, word);
    side.guest().submit(buffer);
    long sum = side.vram().sum(at, payloadBytes);
    side.guest().free(buffer);
    return side.account().received(sum, Words.sum(word, payloadBytes));
  }
}
