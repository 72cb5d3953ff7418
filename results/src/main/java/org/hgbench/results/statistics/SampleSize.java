package org.hgbench.results.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/// How many blocks a question needs: one block is one fork of either side.
public final class SampleSize {
  /// How much of the t test's efficiency the rank tests keep on normal data, 3 / pi.
  private static final double EFFICIENCY = 0.955;

  private static final double POWER = 0.8;
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private SampleSize() {}

  /// Blocks that find a shift of `effect` four times in five, when single differences spread by
  /// `spread`.
  public static long toFind(double effect, double spread, double alpha) {
    double z =
        NORMAL.inverseSurvivalProbability(alpha / 2) + NORMAL.inverseCumulativeProbability(POWER);
    double blocks = z * z * spread * spread / (EFFICIENCY * effect * effect);
    return Math.max((long) Math.ceil(blocks), pairsToReach(alpha));
  }

  /// How single differences spread, judged from `blocks` of them. The median distance from the
  /// median can be tiny by accident when blocks are few, so the spread is at least what the width
  /// of the interval implies.
  public static double spread(Shift shift, int blocks, double alpha) {
    Interval interval = shift.interval(alpha);
    double width = (interval.high() - interval.low()) / 2;
    double implied =
        width * Math.sqrt(EFFICIENCY * blocks) / NORMAL.inverseSurvivalProbability(alpha / 2);
    return Double.isFinite(implied) ? Math.max(shift.spread(), implied) : shift.spread();
  }

  /// The fewest pairs whose smallest p, 2 / 2^pairs, is no larger than `p`.
  public static int pairsToReach(double p) {
    int pairs = 1;
    while (SignedRank.smallestP(pairs) > p) {
      pairs++;
    }
    return pairs;
  }

  /// The fewest samples on either side whose smallest p, 2 / C(2n, n), is no larger than `p`.
  public static int samplesToReach(double p) {
    int samples = 1;
    while (RankSum.smallestP(samples, samples) > p) {
      samples++;
    }
    return samples;
  }
}
