package org.hgbench.harness.environment;

import java.util.List;

/// Moments in which nothing of this JVM ran.
///
/// The share of the time that was lost is graded: fair from 1 %, where the 99th percentile is that
/// of the pauses, poor from 5 %, above the smallest effect that is looked for.
///
/// @param observedNanos how long was watched
/// @param count how many
/// @param totalNanos their sum
/// @param longestNanos the longest
public record Pauses(long observedNanos, long count, long totalNanos, long longestNanos) {
  /// How far they spoil what was measured meanwhile.
  public Grade grade() {
    return Grade.of(100.0 * totalNanos / Math.max(1, observedNanos), 1, 5);
  }

  /// A sentence if that is not good.
  public List<String> warnings() {
    return grade() == Grade.GOOD
        ? List.of()
        : List.of(
            "the JVM stood still %d times, %d of %d ms, %d ms the longest"
                .formatted(count, millis(totalNanos), millis(observedNanos), millis(longestNanos)));
  }

  private static long millis(long nanos) {
    return nanos / 1_000_000;
  }
}
