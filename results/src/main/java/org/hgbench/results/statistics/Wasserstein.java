package org.hgbench.results.statistics;

import java.util.Comparator;
import java.util.stream.IntStream;

/// How far two distributions lie apart: the area between their quantile curves.
///
/// Of log latencies it is the mean factor between the two, taken quantile by quantile: 0.05 is
/// about 5 %, whichever way.
public final class Wasserstein {
  private Wasserstein() {}

  /// The distance between histograms whose bucket `i` holds `counts[i]` operations of `values[i]`.
  /// Totals need not be equal, nor values sorted.
  ///
  /// @throws IllegalArgumentException if a histogram is empty or a value is not finite
  public static double distance(
      double[] firstValues, long[] firstCounts, double[] secondValues, long[] secondCounts) {
    int[] first = ascending(Sample.finite(firstValues));
    int[] second = ascending(Sample.finite(secondValues));
    double firstTotal = total(firstCounts);
    double secondTotal = total(secondCounts);
    double distance = 0;
    double done = 0;
    double firstDone = firstCounts[first[0]] / firstTotal;
    double secondDone = secondCounts[second[0]] / secondTotal;
    int i = 0;
    int j = 0;
    while (true) {
      double next = Math.min(firstDone, secondDone);
      distance += (next - done) * Math.abs(firstValues[first[i]] - secondValues[second[j]]);
      done = next;
      if (firstDone <= secondDone && i + 1 < first.length) {
        firstDone += firstCounts[first[++i]] / firstTotal;
      } else if (j + 1 < second.length) {
        secondDone += secondCounts[second[++j]] / secondTotal;
      } else if (i + 1 < first.length) {
        firstDone += firstCounts[first[++i]] / firstTotal;
      } else {
        return distance;
      }
    }
  }

  private static double total(long[] counts) {
    long total = 0;
    for (long count : counts) {
      total += count;
    }
    if (total <= 0) {
      throw new IllegalArgumentException("an empty histogram has no distance");
    }
    return total;
  }

  private static int[] ascending(double[] values) {
    return IntStream.range(0, values.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> values[i]))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
