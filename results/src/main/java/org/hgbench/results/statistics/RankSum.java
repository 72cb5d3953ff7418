package org.hgbench.results.statistics;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/// The unpaired shift: the exact Mann-Whitney test on two independent sets.
///
/// The estimate is the median of all differences second - first. Equal values share their mean
/// rank, and the distribution is that of the shared ranks at hand.
///
/// Origin: M. Hollander, D. Wolfe and E. Chicken, Nonparametric Statistical Methods, 4.1 to 4.3.
public final class RankSum implements Shift {
  private final double[] first;
  private final double[] second;
  private final double[] differences;
  private final boolean tied;
  private final TiedChances chances = new TiedChances();
  private final double pValue;

  private RankSum(double[] first, double[] second) {
    this.first = first;
    this.second = second;
    differences = differences(first, second);
    tied = MidRanks.tied(first) || MidRanks.tied(second);
    pValue = pValueOf(0);
  }

  private static double[] differences(double[] first, double[] second) {
    double[] differences = new double[first.length * second.length];
    int count = 0;
    for (double y : second) {
      for (double x : first) {
        differences[count++] = y - x;
      }
    }
    Arrays.sort(differences);
    return differences;
  }

  /// The shift from `first` to `second`.
  ///
  /// @throws IllegalArgumentException if one of them is empty, or a value is not finite
  public static RankSum of(double[] first, double[] second) {
    return new RankSum(Sample.finite(first).clone(), Sample.finite(second).clone());
  }

  @Override
  public double estimate() {
    return Sample.medianOfSorted(differences);
  }

  @Override
  public double pValue() {
    return pValue;
  }

  @Override
  public double smallestP() {
    return smallestP(first.length, second.length);
  }

  /// The smallest p that sets of these sizes can give, 2 / C(first + second, first).
  public static double smallestP(int first, int second) {
    double ways = 1;
    for (int i = 1; i <= first; i++) {
      ways *= (second + i) / (double) i;
    }
    return Math.min(1, 2 / ways);
  }

  @Override
  public Interval interval(double alpha) {
    return Inversion.interval(this, differences, tied, this::pValueOf, alpha);
  }

  @Override
  public double spread() {
    return Math.hypot(Sample.spread(first), Sample.spread(second));
  }

  @Override
  public double statistic() {
    return (doubledRankSum(0) - smallestRankSum()) / 2.0;
  }

  @Override
  public double largestStatistic() {
    return differences.length;
  }

  @Override
  public int intervalRank(double alpha) {
    NullDistribution chance =
        NullDistribution.ofUntiedDraws(first.length + second.length, second.length);
    return Inversion.rank(
        count -> chance.atMost(2 * count + smallestRankSum()), differences.length, alpha);
  }

  private double pValueOf(double shift) {
    double[] values = together(shift);
    NullDistribution chance =
        MidRanks.tied(values)
            ? chances.of(
                MidRanks.doubled(values), ranks -> NullDistribution.ofDraws(ranks, second.length))
            : NullDistribution.ofUntiedDraws(values.length, second.length);
    return chance.twoSided(doubledRankSum(shift));
  }

  private int doubledRankSum(double shift) {
    return Arrays.stream(MidRanks.doubled(together(shift))).limit(second.length).sum();
  }

  private int smallestRankSum() {
    return second.length * (second.length + 1);
  }

  /// The second set, moved back by `shift`, then the first.
  private double[] together(double shift) {
    return DoubleStream.concat(Arrays.stream(second).map(y -> y - shift), Arrays.stream(first))
        .toArray();
  }
}
