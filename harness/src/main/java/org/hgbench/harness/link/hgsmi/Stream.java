package org.hgbench.harness.link.hgsmi;

import org.hgbench.harness.link.Operation;
import org.hgbench.harness.link.Variant;
import org.hgbench.harness.link.Words;
import org.hgbench.hgsmi.guest.RingWriter;
import org.hgbench.hgsmi.guest.VramMap;

/// One record in the ring. The doorbell rings when the ring is full, or every so many records, or
/// never, when a thread of the host looks at the ring by itself.
final class Stream implements Operation {
  private final GuestSide side;
  private final RingWriter ring;
  private final int words;
  private final int batch;
  private int waiting;

  /// Switches the ring on.
  ///
  /// @throws IllegalStateException if the host refuses
  Stream(GuestSide side, VramMap map, Variant variant, int recordBytes) {
    this.side = side;
    this.words = recordBytes / Long.BYTES;
    this.batch = variant.batch();
    this.ring =
        RingWriter.linux(
            side.guest(),
            map,
            0,
            variant.isRefreshed() ? RingWriter.WhenFull.WAIT : RingWriter.WhenFull.FLUSH);
    int status = ring.enable();
    if (status < 0) {
      throw new IllegalStateException("ring refused: status=" + status);
    }
  }

  @Override
  public long run(long sequence) {
    long word = Words.of(sequence);
    if (!ring.append(word, words)) {
      throw new IllegalStateException("the host takes no records from the ring");
    }
    if (batch > 1 && ++waiting == batch) {
      flush();
    }
    return side.account().sent(word * words);
  }

  /// Has the host take what is in the ring.
  void flush() {
    waiting = 0;
    ring.flush();
  }
}
