package org.hgbench.harness.duet;

/// A busy-wait of a known share of the work's own cost, so that the self-test knows what there is
/// to find.
///
/// Only the self-test sets the property, on the command line of the fork that it slows down; no
/// option and no message reaches it.
///
/// @param share of what the operations have just taken; 0 for an honest fork
record Slowdown(double share) {
  /// The system property: `5%` or `0.05`.
  static final String PROPERTY = "hgbench.duet.slowdown";

  static final Slowdown NONE = new Slowdown(0);

  /// What this JVM was started with.
  ///
  /// @throws IllegalArgumentException if the property is no share from 0 to 10
  static Slowdown ofThisFork() {
    return parse(System.getProperty(PROPERTY, "0"));
  }

  static Slowdown parse(String text) {
    boolean percent = text.endsWith("%");
    try {
      double number = Double.parseDouble(percent ? text.substring(0, text.length() - 1) : text);
      double share = percent ? number / 100 : number;
      if (share >= 0 && share <= 10) {
        return new Slowdown(share);
      }
    } catch (NumberFormatException e) {
      // Falls through to the one sentence for every value that does not fit.
    }
    throw new IllegalArgumentException(
        PROPERTY + "=" + text + " is not a share such as 5% or 0.05");
  }

  /// Waits for the share of a batch that ran from `start` to `end`, and returns the new end.
  long prolong(long start, long end) {
    if (share == 0) {
      return end;
    }
    long wait = Math.round((end - start) * share);
    long now = end;
    while (now - end < wait) {
      Thread.onSpinWait();
      now = System.nanoTime();
    }
    return now;
  }
}
