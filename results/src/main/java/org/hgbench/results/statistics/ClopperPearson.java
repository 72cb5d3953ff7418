package org.hgbench.results.statistics;

import org.apache.commons.statistics.distribution.BetaDistribution;

/// What a count of successes says of the chance behind it: exact limits, never too narrow.
public final class ClopperPearson {
  private ClopperPearson() {}

  /// The two-sided interval at `confidence`, such as 0.95.
  ///
  /// @throws IllegalArgumentException unless 0 <= successes <= trials and trials > 0
  public static Interval of(int successes, int trials, double confidence) {
    if (trials <= 0 || successes < 0 || successes > trials) {
      throw new IllegalArgumentException(
          "not a count of successes: successes=" + successes + ", trials=" + trials);
    }
    double tail = (1 - confidence) / 2;
    double low =
        successes == 0
            ? 0
            : BetaDistribution.of(successes, trials - successes + 1.0)
                .inverseCumulativeProbability(tail);
    double high =
        successes == trials
            ? 1
            : BetaDistribution.of(successes + 1.0, trials - successes)
                .inverseSurvivalProbability(tail);
    return new Interval(low, high);
  }
}
