package org.hgbench.results.chart;

/// A value on the horizontal axis that has a name of its own.
///
/// @param at the value
/// @param label its name
public record Mark(double at, String label) {}
