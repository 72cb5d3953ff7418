package org.hgbench.results.compare;

/// A verdict with its reason.
///
/// @param verdict the answer
/// @param reason why, as a sentence without a full stop
/// @param moreBlocks how many more blocks would settle it, 0 where more would not help
record Finding(Verdict verdict, String reason, long moreBlocks) {
  static Finding of(Verdict verdict, String reason) {
    return new Finding(verdict, reason, 0);
  }
}
