package org.hgbench.harness.targets;

import java.util.concurrent.locks.LockSupport;

/// The least that asking another thread costs: a number there and one back. Both threads sleep
/// until the other wakes them, or both spin on a shared word.
final class HandOver implements Contender {
  private static final long STOP = -1;

  private final boolean parks;
  private volatile Thread asker;
  private volatile long request;
  private volatile long answered;
  private long answer;
  private Thread peer;
  private long sequence;
  private long sum;

  HandOver(boolean parks) {
    this.parks = parks;
  }

  @Override
  public String name() {
    return parks ? "park/unpark round trip" : "cache-line round trip";
  }

  @Override
  public void begin() {
    request = 0;
    answered = 0;
    asker = Thread.currentThread();
    peer = Thread.ofPlatform().name("hand-over-peer").daemon().start(this::serve);
  }

  @Override
  public void run(int operations) {
    for (int i = 1; i <= operations; i++) {
      request = i;
      if (parks) {
        LockSupport.unpark(peer);
      }
      while (answered != i) {
        rest();
      }
      sum += answer;
    }
  }

  @Override
  public long end() {
    request = STOP;
    LockSupport.unpark(peer);
    try {
      peer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the peer", e);
    }
    return sum;
  }

  private void serve() {
    long served = 0;
    while (true) {
      long asked = request;
      if (asked == STOP) {
        return;
      }
      if (asked != served) {
        served = asked;
        answer = sequence + Record64.word(sequence);
        sequence++;
        answered = asked;
        if (parks) {
          LockSupport.unpark(asker);
        }
      } else {
        rest();
      }
    }
  }

  private void rest() {
    if (parks) {
      LockSupport.park(this);
    } else {
      Thread.onSpinWait();
    }
  }

  @Override
  public void close() {
    // Its thread ends with each slice.
  }
}
