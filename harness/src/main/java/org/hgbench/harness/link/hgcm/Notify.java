package org.hgbench.harness.link.hgcm;

import org.hgbench.harness.link.Operation;
import org.hgbench.harness.link.Words;
import org.hgbench.hgcm.guest.HgcmCall;
import org.hgbench.hgcm.service.bench.SinkService;

/// One call with two scalars.
record Notify(GuestSide side, HgcmCall call) implements Operation {
  static Notify to(GuestSide side, int sink) {
    return new Notify(side, side.guest().call(sink, SinkService.SCALARS).u64(0).u64(0).build());
  }

  @Override
  public long run(long sequence) {
    long word = Words.of(sequence);
    call.u64(0, sequence);
    call.u64(1, word);
    side.run(call);
    return side.account().sent(sequence + word);
  }
}
