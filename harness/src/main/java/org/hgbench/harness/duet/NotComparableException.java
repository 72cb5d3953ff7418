package org.hgbench.harness.duet;

/// The two builds cannot be paired. The message is a sentence that says why.
public sealed class NotComparableException extends RuntimeException permits RefusedException {
  private static final long serialVersionUID = 1L;

  NotComparableException(String sentence) {
    super(sentence);
  }
}
