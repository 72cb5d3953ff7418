package org.hgbench.harness.duet;

/// A fork died, hung or spoke nonsense. The message is a sentence that names it.
public final class DuetException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DuetException(String sentence) {
    super(sentence);
  }

  DuetException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
