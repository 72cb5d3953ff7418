package org.hgbench.results.model;

import java.util.List;

/// How an open load went: operations were due at times fixed beforehand, whether or not the ones
/// before them were done.
///
/// @param arrival how the due times lie: `fixed`, `poisson` or `burst`
/// @param percent the planned rate as a share of the rate that the same forks reached in a closed
///   loop just before, null where the rate was named itself
/// @param plannedPerSecond operations due per second, median over the forks
/// @param achievedPerSecond operations finished per second, median over the forks
/// @param response from the moment an operation was due to its end, queueing included
/// @param service from the moment it began to its end
/// @param valid false if a fork missed its rate or lost a message: then the times say nothing
/// @param reason what went wrong, null if valid
/// @param seeds what decided when random operations were due, one per fork in their order; empty in
///   old files, whose forks all had seed 1
public record OpenLoad(
    String arrival,
    Double percent,
    double plannedPerSecond,
    double achievedPerSecond,
    Percentiles response,
    Percentiles service,
    boolean valid,
    String reason,
    List<Long> seeds) {
  /// Copies the list.
  public OpenLoad {
    seeds = Run.copy(seeds);
  }
}
