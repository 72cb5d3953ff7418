package org.hgbench.results.chart;

import java.util.List;

/// A figure that depends on another one.
///
/// @param label for the legend
/// @param series what it stands for
/// @param thin drawn with less weight, as a companion of another curve of the same series
/// @param points by rising x
public record Curve(String label, Series series, boolean thin, List<Point> points) {
  /// A curve of full weight.
  public Curve(String label, Series series, List<Point> points) {
    this(label, series, false, points);
  }

  /// One point.
  ///
  /// @param x what it depends on
  /// @param y the figure, median over forks and interval
  public record Point(double x, MedianInterval y) {}
}
