package org.hgbench.results.model;

/// Where the times of single operations lie, in nanoseconds. A percentile that the operations were
/// too few to support is null.
///
/// @param count how many operations were recorded
/// @param mean their mean
/// @param p50 median
/// @param p90 90th percentile
/// @param p99 99th percentile
/// @param p999 99.9th percentile
/// @param max the slowest
public record Percentiles(
    long count, Double mean, Double p50, Double p90, Double p99, Double p999, Double max) {}
