package org.hgbench.results.chart;

import org.jfree.chart.JFreeChart;

/// A chart and what is needed to make files and a web page of it.
///
/// @param name of its files, without extension
/// @param caption the words around it
/// @param description what it shows, for those who cannot see it
/// @param width in pixels
/// @param height in pixels
/// @param sketch the chart itself
public record Drawing(
    String name, Caption caption, String description, int width, int height, Sketch sketch) {
  /// A chart whose data is settled and whose theme is not.
  public interface Sketch {
    /// The chart in a theme, ready to be drawn.
    JFreeChart in(Theme theme);
  }
}
