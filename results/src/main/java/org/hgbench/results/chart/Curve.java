package org.hgbench.results.chart;

import java.util.List;

/// A figure that depends on another one.
///
/// @param label for the legend
/// @param series what it stands for
/// @param overlay 0 where one run is shown; else which of the runs laid over each other, from 1
/// @param thin drawn with less weight, as a companion of another curve of the same series
/// @param points by rising x
public record Curve(String label, Series series, int overlay, boolean thin, List<Point> points) {
  /// A curve of full weight.
  public Curve(String label, Series series, List<Point> points) {
    this(label, series, 0, false, points);
  }

  /// One point.
  ///
  /// @param x what it depends on
  /// @param y the figure, median over forks and interval
  public record Point(double x, MedianInterval y) {}
}
