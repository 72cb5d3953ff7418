package org.hgbench.results.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;

/// The paired shift: Wilcoxon's exact signed-rank test on differences of pairs.
///
/// The estimate is the median of the Walsh averages, (d\[i] + d\[j]) / 2 for i <= j. Equal
/// differences share their mean rank. Differences of zero keep their rank and take no side (Pratt),
/// because then W+ stays the number of Walsh averages above zero, on which the interval rests.
///
/// Origin: J. W. Pratt and J. D. Gibbons, Concepts of Nonparametric Theory, 1981, chapter 3; M.
/// Hollander, D. Wolfe and E. Chicken, Nonparametric Statistical Methods, 3.1 to 3.3.
public final class SignedRank implements Shift {
  private final double[] differences;
  private final double[] walsh;
  private final boolean tied;
  private final TiedChances chances = new TiedChances();
  private final double pValue;

  private SignedRank(double[] differences) {
    this.differences = differences;
    walsh = walshAverages(differences);
    tied = MidRanks.tied(differences);
    pValue = pValueOf(0);
  }

  /// The shift of pairs that differ by `differences`.
  ///
  /// @throws IllegalArgumentException if there is none, or one is not finite
  public static SignedRank of(double... differences) {
    return new SignedRank(Sample.finite(differences).clone());
  }

  @Override
  public double estimate() {
    return Sample.medianOfSorted(walsh);
  }

  @Override
  public double pValue() {
    return pValue;
  }

  @Override
  public double smallestP() {
    return smallestP(differences.length);
  }

  /// The smallest p that `pairs` pairs can give, 2 / 2^pairs.
  public static double smallestP(int pairs) {
    return Math.min(1, 2 * Math.pow(2, -pairs));
  }

  @Override
  public Interval interval(double alpha) {
    return Inversion.interval(this, walsh, tied, this::pValueOf, alpha);
  }

  @Override
  public double spread() {
    return Sample.spread(differences);
  }

  @Override
  public double statistic() {
    return doubledStatistic(0) / 2.0;
  }

  @Override
  public double largestStatistic() {
    return walsh.length;
  }

  @Override
  public int intervalRank(double alpha) {
    NullDistribution chance = NullDistribution.ofUntiedSigns(differences.length);
    return Inversion.rank(count -> chance.atMost(2 * count), walsh.length, alpha);
  }

  private double pValueOf(double shift) {
    double[] distances = distances(shift);
    int[] ranks = MidRanks.doubled(distances);
    int[] sided =
        IntStream.range(0, ranks.length)
            .filter(i -> differences[i] != shift)
            .map(i -> ranks[i])
            .toArray();
    boolean untied = sided.length == ranks.length && !MidRanks.tied(distances);
    NullDistribution chance =
        untied
            ? NullDistribution.ofUntiedSigns(ranks.length)
            : chances.of(sided, NullDistribution::ofSigns);
    return chance.twoSided(doubledStatistic(shift));
  }

  private int doubledStatistic(double shift) {
    int[] ranks = MidRanks.doubled(distances(shift));
    return IntStream.range(0, ranks.length)
        .filter(i -> differences[i] > shift)
        .map(i -> ranks[i])
        .sum();
  }

  private double[] distances(double shift) {
    return Arrays.stream(differences).map(d -> Math.abs(d - shift)).toArray();
  }

  private static double[] walshAverages(double[] d) {
    double[] averages = new double[d.length * (d.length + 1) / 2];
    int count = 0;
    for (int i = 0; i < d.length; i++) {
      for (int j = 0; j <= i; j++) {
        averages[count++] = (d[i] + d[j]) / 2;
      }
    }
    Arrays.sort(averages);
    return averages;
  }
}
