package org.hgbench.results.model;

import java.util.List;

/// One fresh JVM of a measurement: the smallest thing that counts as a sample.
///
/// @param startedAt when it began, ISO 8601 with zone
/// @param floorNanos the relevant yardstick, measured in this fork before and after
/// @param iterations nanoseconds per operation of each measured iteration
/// @param nanosPerOperation of all measured iterations together
/// @param p50 median of single operations, from the recording fork that ran beside this one; null
///   where there was none, or where too few operations support it
/// @param p90 90th percentile
/// @param p99 99th percentile
/// @param p999 99.9th percentile
/// @param max slowest operation
/// @param operations how many were measured
/// @param disturbance what disturbed it, null where nobody watched
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
    long operations,
    Disturbance disturbance) {
  /// Copies the list.
  public Fork {
    iterations = Run.copy(iterations);
  }

  /// A fork that nobody watched for disturbances.
  public Fork(
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
    this(
        startedAt,
        floorNanos,
        iterations,
        nanosPerOperation,
        p50,
        p90,
        p99,
        p999,
        max,
        operations,
        null);
  }
}
