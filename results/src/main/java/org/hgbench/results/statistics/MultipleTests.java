package org.hgbench.results.statistics;

import java.util.Comparator;
import java.util.stream.IntStream;

/// What p-values mean when many tests were made together.
public final class MultipleTests {
  private MultipleTests() {}

  /// Holm's step-down: p-values that may be held against the chance of one false alarm among all
  /// tests, valid under any dependence between them. In the order given.
  public static double[] holm(double... pValues) {
    int tests = pValues.length;
    int[] order = ascending(pValues);
    double[] adjusted = new double[tests];
    double running = 0;
    for (int i = 0; i < tests; i++) {
      running = Math.max(running, Math.min(1, (tests - i) * pValues[order[i]]));
      adjusted[order[i]] = running;
    }
    return adjusted;
  }

  /// Benjamini and Hochberg's q: the share of false alarms to expect among the tests that have this
  /// q or a smaller one. In the order given.
  public static double[] benjaminiHochberg(double... pValues) {
    int tests = pValues.length;
    int[] order = ascending(pValues);
    double[] adjusted = new double[tests];
    double running = 1;
    for (int i = tests - 1; i >= 0; i--) {
      running = Math.min(running, pValues[order[i]] * tests / (i + 1));
      adjusted[order[i]] = running;
    }
    return adjusted;
  }

  private static int[] ascending(double[] values) {
    return IntStream.range(0, values.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> values[i]))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
