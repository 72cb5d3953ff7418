package org.hgbench.results.model;

import java.util.List;

/// One fresh JVM of a measurement: the smallest thing that counts as a sample.
///
/// @param startedAt when it began, ISO 8601 with zone
/// @param floorNanos the relevant yardstick, measured in this fork before and after
/// @param iterations nanoseconds per operation of each measured iteration
/// @param nanosPerOperation of all measured iterations together
/// @param p50 median of single operations, null where none was recorded
/// @param p90 90th percentile
/// @param p99 99th percentile
/// @param p999 99.9th percentile
/// @param max slowest operation
/// @param operations how many were measured
public record Fork(
    String startedAt,
    Double floorNanos,
    List<Double> iterations,
    double nanosPerOperation,
    Double p50,
    Double p90,
    Double p99,
    Double p999,
    Double max,
    long operations) {
  /// Copies the list.
  public Fork {
    iterations = Run.copy(iterations);
  }
}
