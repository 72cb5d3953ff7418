package org.hgbench.harness.link.hgcm;

import org.hgbench.harness.link.Operation;
import org.hgbench.harness.link.Variant;
import org.hgbench.harness.link.Words;
import org.hgbench.hgcm.service.bench.SinkService;
import org.hgbench.hgcm.wire.Direction;

/// One call with a buffer in: kernel memory, without a bounce copy in the guest.
record Write(GuestSide side, Buffer buffer) implements Operation {
  static Write to(GuestSide side, int sink, Variant variant, int bytes) {
    return new Write(
        side,
        Buffer.of(
            side,
            side.guest().call(sink, SinkService.BUFFER_IN),
            0,
            variant,
            bytes,
            Direction.TO_HOST));
  }

  @Override
  public long run(long sequence) {
    long sum = side.ram().fillWords(buffer.address(), buffer.bytes(), Words.of(sequence));
    side.run(buffer.call());
    return side.account().sent(sum);
  }
}
