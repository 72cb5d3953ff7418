package org.hgbench.results.model;

/// One stage of a breakdown: the time from the previous stamp to this one.
///
/// @param name what had happened at its end, such as `built`, `trapped`, `copied in`
/// @param side `guest` or `host`: where the stamp was taken
/// @param share of the total; the shares of all stages add up to 1
/// @param nanos its time; the means of all stages add up to the mean of the total
public record Stage(String name, String side, double share, Percentiles nanos) {}
