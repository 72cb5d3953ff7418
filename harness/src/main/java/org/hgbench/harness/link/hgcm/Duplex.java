package org.hgbench.harness.link.hgcm;

import org.hgbench.harness.link.Operation;
import org.hgbench.harness.link.Variant;
import org.hgbench.harness.link.Words;
import org.hgbench.hgcm.service.bench.SinkService;
import org.hgbench.hgcm.wire.Direction;

/// A call that carries a record, while another one is parked for an event: one guest thread has
/// both outstanding.
record Duplex(GuestSide side, Buffer record, Events events) implements Operation {
  static Duplex of(GuestSide side, int sink, Events events, int recordBytes) {
    return new Duplex(
        side,
        Buffer.of(
            side,
            side.guest().call(sink, SinkService.BUFFER_IN),
            0,
            new Variant(Variant.DEFAULT),
            recordBytes,
            Direction.TO_HOST),
        events);
  }

  @Override
  public long run(long sequence) {
    events.ask(sequence);
    long sum = side.ram().fillWords(record.address(), record.bytes(), Words.of(sequence));
    side.submit(record.call());
    long word = events.await(sequence);
    side.await(record.call());
    return side.account().sent(sum) + word;
  }
}
