package org.hgbench.results.statistics;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/// How a sum of doubled mid-ranks is distributed when chance alone picks the ranks: exactly, by
/// dynamic programming over the sums, so that ties need no correction.
final class NullDistribution {
  /// Without ties it depends on the sizes alone, and a comparison asks for the same few again and
  /// again.
  private static final Map<Integer, NullDistribution> UNTIED_SIGNS = new ConcurrentHashMap<>();

  private static final Map<Sizes, NullDistribution> UNTIED_DRAWS = new ConcurrentHashMap<>();

  private record Sizes(int ranks, int drawn) {}

  private final double[] atMost;
  private final double[] atLeast;

  private NullDistribution(double[] probability) {
    int sums = probability.length;
    atMost = probability.clone();
    atLeast = probability.clone();
    for (int i = 1; i < sums; i++) {
      atMost[i] += atMost[i - 1];
      atLeast[sums - 1 - i] += atLeast[sums - i];
    }
  }

  /// [#ofSigns] over the ranks 1 to `ranks`.
  static NullDistribution ofUntiedSigns(int ranks) {
    return UNTIED_SIGNS.computeIfAbsent(ranks, size -> ofSigns(untied(size)));
  }

  /// [#ofDraws] over the ranks 1 to `ranks`.
  static NullDistribution ofUntiedDraws(int ranks, int drawn) {
    return UNTIED_DRAWS.computeIfAbsent(
        new Sizes(ranks, drawn), sizes -> ofDraws(untied(ranks), drawn));
  }

  /// Each rank counts or not, with equal chance: the signed-rank statistic.
  static NullDistribution ofSigns(int[] doubledRanks) {
    double[] probability = new double[sum(doubledRanks) + 1];
    probability[0] = 1;
    int highest = 0;
    for (int rank : doubledRanks) {
      highest += rank;
      for (int sum = highest; sum >= 0; sum--) {
        probability[sum] = (probability[sum] + (sum < rank ? 0 : probability[sum - rank])) / 2;
      }
    }
    return new NullDistribution(probability);
  }

  /// Every choice of `drawn` of the ranks has equal chance: the rank-sum statistic.
  static NullDistribution ofDraws(int[] doubledRanks, int drawn) {
    double[][] probability = new double[drawn + 1][sum(doubledRanks) + 1];
    probability[0][0] = 1;
    int highest = 0;
    for (int seen = 0; seen < doubledRanks.length; seen++) {
      int rank = doubledRanks[seen];
      highest += rank;
      // The next item is drawn with the chance that the draws still to make have among the items
      // still to come, so probabilities are carried along and no count can overflow.
      double left = doubledRanks.length - seen;
      for (int taken = Math.min(drawn, seen + 1); taken >= 0; taken--) {
        double skip = Math.max(0, 1 - (drawn - taken) / left);
        double take = taken == 0 ? 0 : Math.min(1, (drawn - taken + 1) / left);
        for (int sum = highest; sum >= 0; sum--) {
          double arrived = sum < rank || taken == 0 ? 0 : probability[taken - 1][sum - rank];
          probability[taken][sum] = probability[taken][sum] * skip + arrived * take;
        }
      }
    }
    return new NullDistribution(probability[drawn]);
  }

  /// P(T <= sum).
  double atMost(int sum) {
    return Math.min(1, atMost[sum]);
  }

  /// Twice the smaller tail.
  double twoSided(int sum) {
    return Math.min(1, 2 * Math.min(atMost[sum], atLeast[sum]));
  }

  private static int[] untied(int ranks) {
    return IntStream.rangeClosed(1, ranks).map(rank -> 2 * rank).toArray();
  }

  private static int sum(int[] ranks) {
    int sum = 0;
    for (int rank : ranks) {
      sum = Math.addExact(sum, rank);
    }
    return sum;
  }
}
