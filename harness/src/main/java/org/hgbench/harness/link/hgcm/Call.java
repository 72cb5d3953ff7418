package org.hgbench.harness.link.hgcm;

import org.hgbench.harness.link.Operation;
import org.hgbench.harness.link.Words;
import org.hgbench.hgcm.guest.HgcmCall;
import org.hgbench.hgcm.service.bench.EchoService;

/// One call with two scalars in and out.
record Call(GuestSide side, HgcmCall call) implements Operation {
  static Call to(GuestSide side, int echo) {
    return new Call(side, side.guest().call(echo, EchoService.SCALARS).u64(0).u64(0).build());
  }

  @Override
  public long run(long sequence) {
    long word = Words.of(sequence);
    call.u64(0, sequence);
    call.u64(1, word);
    side.run(call);
    side.account().received(call.u64(0), word);
    return side.account().received(call.u64(1), sequence + word);
  }
}
