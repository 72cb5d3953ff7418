package org.hgbench.harness.link.hgcm;

import org.hgbench.harness.link.Operation;
import org.hgbench.harness.link.Variant;
import org.hgbench.harness.link.Words;
import org.hgbench.hgcm.service.bench.SinkService;
import org.hgbench.hgcm.wire.Direction;

/// One record into a buffer, and a call for every so many of them.
final class Stream implements Operation {
  private final GuestSide side;
  private final Buffer buffer;
  private final int recordBytes;
  private int filled;
  private long sum;

  Stream(GuestSide side, int sink, Variant variant, int recordBytes) {
    this.side = side;
    this.recordBytes = recordBytes;
    this.buffer =
        Buffer.of(
            side,
            side.guest().call(sink, SinkService.BUFFER_IN),
            0,
            new Variant(Variant.DEFAULT),
            recordBytes * variant.batch(),
            Direction.TO_HOST);
  }

  @Override
  public long run(long sequence) {
    sum += side.ram().fillWords(buffer.address() + filled, recordBytes, Words.of(sequence));
    filled += recordBytes;
    if (filled == buffer.bytes()) {
      send();
    }
    return sum;
  }

  /// Sends what is in the buffer, if anything.
  void flush() {
    if (filled > 0) {
      side.ram().clear(buffer.address() + filled, buffer.bytes() - filled);
      send();
    }
  }

  private void send() {
    side.run(buffer.call());
    side.account().sent(sum);
    filled = 0;
    sum = 0;
  }
}
