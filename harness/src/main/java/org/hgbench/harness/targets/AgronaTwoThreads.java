package org.hgbench.harness.targets;

import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.MessageHandler;
import org.agrona.concurrent.ringbuffer.OneToOneRingBuffer;

/// The same records through Agrona's ring of 64 KiB, read by a second thread all the time.
final class AgronaTwoThreads implements Contender, MessageHandler {
  private final OneToOneRingBuffer ring = AgronaOneThread.ring();
  private Drainer thread;
  private long sequence;
  private long sum;

  @Override
  public String name() {
    return "Agrona ring, reading thread";
  }

  /// The first record shows that the thread runs.
  @Override
  public void begin() {
    thread = new Drainer(() -> ring.read(this));
    run(1);
  }

  @Override
  public void run(int operations) {
    for (int i = 0; i < operations; i++) {
      long word = Record64.word(sequence++);
      while (!AgronaOneThread.write(ring, word)) {
        Thread.onSpinWait();
      }
    }
    while (ring.size() > 0) {
      Thread.onSpinWait();
    }
  }

  @Override
  public void onMessage(int type, MutableDirectBuffer buffer, int at, int length) {
    sum += AgronaOneThread.sum(buffer, at, length);
  }

  @Override
  public long end() {
    thread.close();
    return sum;
  }

  @Override
  public void close() {
    // Its memory goes with it.
  }
}
