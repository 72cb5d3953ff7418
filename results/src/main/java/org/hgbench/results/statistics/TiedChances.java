package org.hgbench.results.statistics;

import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// The distributions that one test has needed for its ties. Turning the test into an interval asks
/// for one per gap between candidates, and most gaps have the ranks of another in another order.
/// Any thread may ask.
final class TiedChances {
  private final Map<IntBuffer, NullDistribution> known = new ConcurrentHashMap<>();

  /// The distribution of ranks, which depends on them but not on their order.
  NullDistribution of(int[] doubledRanks, Function<int[], NullDistribution> distribution) {
    int[] sorted = doubledRanks.clone();
    Arrays.sort(sorted);
    return known.computeIfAbsent(IntBuffer.wrap(sorted), ranks -> distribution.apply(sorted));
  }
}
