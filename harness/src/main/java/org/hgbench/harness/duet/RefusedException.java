package org.hgbench.harness.duet;

/// A build cannot do what one cell asks; it may do what others ask.
final class RefusedException extends NotComparableException {
  private static final long serialVersionUID = 1L;

  RefusedException(String sentence) {
    super(sentence);
  }
}
