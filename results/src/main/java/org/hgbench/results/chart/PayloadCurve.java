package org.hgbench.results.chart;

import java.util.List;

/// A figure as the payload grows.
///
/// @param label for the legend
/// @param series what it stands for
/// @param points by rising payload
public record PayloadCurve(String label, Series series, List<Point> points) {
  /// One payload.
  ///
  /// @param payloadBytes bytes per operation
  /// @param value the figure, median over forks and interval
  public record Point(long payloadBytes, MedianInterval value) {}
}
