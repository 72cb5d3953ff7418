package org.hgbench.results.statistics;

import java.util.Arrays;

/// Ranks in which equal values share their mean rank, doubled so that they stay whole numbers.
final class MidRanks {
  private MidRanks() {}

  static int[] doubled(double[] values) {
    int[] ranks = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      ranks[i] = 1;
      for (double other : values) {
        ranks[i] += other < values[i] ? 2 : other == values[i] ? 1 : 0;
      }
    }
    return ranks;
  }

  static boolean tied(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    for (int i = 1; i < sorted.length; i++) {
      if (sorted[i] == sorted[i - 1]) {
        return true;
      }
    }
    return false;
  }
}
