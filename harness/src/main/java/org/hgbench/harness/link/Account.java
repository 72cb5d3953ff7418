package org.hgbench.harness.link;

/// What one guest thread sent, and how often what it received was wrong.
public final class Account {
  private long sent;
  private long sentSum;
  private long wrong;

  /// Opens an account on which nothing stands.
  public Account() {}

  /// Something was sent, whose bytes add up to `sum`. Answers the sum of all.
  public long sent(long sum) {
    sent++;
    sentSum += sum;
    return sentSum;
  }

  /// Something was received. Answers what was.
  public long received(long actual, long expected) {
    if (actual != expected) {
      wrong++;
    }
    return actual;
  }

  /// So often something was wrong.
  void wrong(long times) {
    wrong += times;
  }

  /// Moves everything to another account, so that nothing stands on this one any more.
  void settle(Account total) {
    total.sent += sent;
    total.sentSum += sentSum;
    total.wrong += wrong;
    sent = 0;
    sentSum = 0;
    wrong = 0;
  }

  Verification against(long receivedCount, long receivedSum) {
    return Verification.of(sent, sentSum, receivedCount, receivedSum, wrong);
  }
}
