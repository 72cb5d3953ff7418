package org.hgbench.harness.link.hgcm;

import org.hgbench.harness.link.Operation;
import org.hgbench.harness.link.Variant;
import org.hgbench.harness.link.Words;
import org.hgbench.hgcm.service.bench.EchoService;
import org.hgbench.hgcm.wire.Direction;

/// One call with a buffer out: kernel memory, without a bounce copy in the guest.
record Read(GuestSide side, Buffer buffer) implements Operation {
  static Read to(GuestSide side, int echo, Variant variant, int bytes) {
    return new Read(
        side,
        Buffer.of(
            side,
            side.guest().call(echo, EchoService.FILL).u64(0),
            1,
            variant,
            bytes,
            Direction.FROM_HOST));
  }

  @Override
  public long run(long sequence) {
    long word = Words.of(sequence);
    buffer.call().u64(0, word);
    side.run(buffer.call());
    long sum = side.ram().sum(buffer.address(), buffer.bytes());
    return side.account().received(sum, Words.sum(word, buffer.bytes()));
  }
}
