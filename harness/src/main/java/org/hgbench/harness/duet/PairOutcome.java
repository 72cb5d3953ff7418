package org.hgbench.harness.duet;

import java.time.OffsetDateTime;
import java.util.List;
import org.hgbench.results.statistics.Sample;

/// What one pair of forks gave.
///
/// @param baseStartedAt when the base fork was started
/// @param nextStartedAt when the new fork was started
/// @param slices in the order in which they ran
/// @param baseOperations that counted
/// @param nextOperations that counted
/// @param verified whether every byte of both arrived as it was sent
/// @param parked whether the operating system confirmed that each turn was over when it was given
///   back
record PairOutcome(
    OffsetDateTime baseStartedAt,
    OffsetDateTime nextStartedAt,
    List<SlicePair> slices,
    long baseOperations,
    long nextOperations,
    boolean verified,
    boolean parked) {
  /// Copies the list.
  PairOutcome {
    slices = List.copyOf(slices);
  }

  /// The pair's summary: median over its slice pairs of ln(new / base).
  double difference() {
    return Sample.median(slices.stream().mapToDouble(SlicePair::difference).toArray());
  }

  /// The time of either fork, such that their ratio is exactly that of [#difference]: the middle of
  /// all slices, and half the difference to either side.
  double baseNanos() {
    return Math.exp(middle() - difference() / 2);
  }

  /// See [#baseNanos].
  double nextNanos() {
    return Math.exp(middle() + difference() / 2);
  }

  private double middle() {
    return Sample.median(
        slices.stream().mapToDouble(pair -> Math.log(pair.base() * pair.next()) / 2).toArray());
  }
}
