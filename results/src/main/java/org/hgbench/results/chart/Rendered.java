package org.hgbench.results.chart;

import java.util.List;

/// A chart drawn once as SVG, for a page and for a file.
///
/// @param drawing the chart
/// @param svg the element for a page
public record Rendered(Drawing drawing, String svg) {
  /// Draws charts on as many processors as there are.
  public static List<Rendered> of(List<Drawing> drawings) {
    return drawings.parallelStream()
        .map(drawing -> new Rendered(drawing, ChartSvg.inline(drawing)))
        .toList();
  }
}
