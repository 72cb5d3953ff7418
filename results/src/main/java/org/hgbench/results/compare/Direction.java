package org.hgbench.results.compare;

import org.hgbench.results.statistics.Interval;
import org.hgbench.results.statistics.Shift;

/// Which way a time moved from the first side to the second, where the evidence is enough to say.
enum Direction {
  UP,
  DOWN,
  SAME,
  UNCLEAR;

  /// Applies the rule.
  ///
  /// Up or down: the corrected p is small, the interval excludes zero, and the effect is at least
  /// `smallestChange`. Same: two one-sided tests, that is, the interval of 1 - 2 alpha lies inside
  /// plus and minus `smallestEffect`.
  static Direction of(
      Shift shift, double adjustedP, double alpha, double smallestEffect, double smallestChange) {
    Interval interval = shift.interval(alpha);
    double effect = shift.estimate();
    boolean significant = adjustedP <= alpha && Math.abs(effect) >= smallestChange;
    if (significant && interval.low() > 0) {
      return UP;
    }
    if (significant && interval.high() < 0) {
      return DOWN;
    }
    return shift.interval(2 * alpha).within(smallestEffect) ? SAME : UNCLEAR;
  }
}
