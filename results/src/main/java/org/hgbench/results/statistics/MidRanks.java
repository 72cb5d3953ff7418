package org.hgbench.results.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Ranks in which equal values share their mean rank, doubled so that they stay whole numbers.
final class MidRanks {
  private MidRanks() {}

  static int[] doubled(double[] values) {
    int[] order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> values[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] ranks = new int[values.length];
    for (int first = 0, next; first < order.length; first = next) {
      next = first + 1;
      while (next < order.length && values[order[next]] == values[order[first]]) {
        next++;
      }
      for (int i = first; i < next; i++) {
        ranks[order[i]] = first + next + 1;
      }
    }
    return ranks;
  }

  static boolean tied(double[] values) {
    return Arrays.stream(values).map(value -> value + 0.0).distinct().count() < values.length;
  }
}
