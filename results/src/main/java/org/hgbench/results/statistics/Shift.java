package org.hgbench.results.statistics;

/// How far one set of samples lies from another: an estimate, an exact test of "not at all", and
/// intervals that invert this same test, so that the two never contradict each other.
public sealed interface Shift permits SignedRank, RankSum {
  /// The Hodges-Lehmann estimate; positive when the second set is larger.
  double estimate();

  /// Two-sided p of "no shift": twice the smaller tail of the exact distribution.
  double pValue();

  /// The smallest p that this number of samples could have given.
  double smallestP();

  /// All shifts that the test does not reject at `alpha`.
  Interval interval(double alpha);

  /// Robust standard deviation of one more pair's difference, or of the difference between one more
  /// sample of either set.
  double spread();

  /// The statistic as a reader of textbooks knows it (W+ or U), mid-ranks counting halves.
  double statistic();

  /// Its largest possible value.
  double largestStatistic();

  /// Which sample of the sorted pair sums or differences bounds [#interval], counted from 1 at
  /// either end; 0 when samples are too few for `alpha`.
  int intervalRank(double alpha);
}
