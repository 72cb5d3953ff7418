package org.hgbench.results.chart;

import java.awt.BasicStroke;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.hgbench.results.text.Figures;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/// How long does an operation take under each of some conditions that have names, not sizes?
public enum CategoryChart {
  /// Where the threads of guest and host ran.
  BY_PLACEMENT("placement of guest and host threads", false),
  /// Which way the work was done, such as how often the doorbell rang.
  BY_VARIANT("way of doing the work", false),
  /// Which revision was measured.
  BY_REVISION("revision, oldest on the left", true);

  /// Neighbours stand this far apart, so that their bars do not hide each other.
  private static final double DODGE = 0.12;

  private final String xLabel;
  private final boolean joined;

  CategoryChart(String xLabel, boolean joined) {
    this.xLabel = xLabel;
    this.joined = joined;
  }

  /// The chart for any theme.
  public Drawing.Sketch sketch(
      Caption caption, List<String> categories, List<Curve> curves, List<Integer> changes) {
    return theme -> chart(caption, categories, curves, changes, theme);
  }

  /// The chart.
  ///
  /// @param curves at least one; the x of a point is the number of its category, from 0
  /// @param changes numbers of the categories with which something changed
  public JFreeChart chart(
      Caption caption,
      List<String> categories,
      List<Curve> curves,
      List<Integer> changes,
      Theme theme) {
    ChartStyle style = new ChartStyle(theme);
    YIntervalSeriesCollection data = new YIntervalSeriesCollection();
    XYErrorRenderer renderer = new XYErrorRenderer();
    renderer.setDefaultLinesVisible(joined);
    renderer.setDrawXError(false);
    renderer.setCapLength(5);
    renderer.setUseFillPaint(true);
    for (Curve curve : curves) {
      int index = data.getSeriesCount();
      style.series(renderer, index, curve.series(), curve.overlay());
      double shift = joined ? 0 : DODGE * (index - (curves.size() - 1) / 2.0);
      YIntervalSeries series = new YIntervalSeries(curve.label());
      curve
          .points()
          .forEach(point ->
              series.add(point.x() + shift, point.y().median(), point.y().low(), point.y().high()));
      data.addSeries(series);
    }
    LogScaleAxis y =
        LogScaleAxis.decades(
            "time per operation (log scale)",
            ends(curves).min().orElseThrow(),
            ends(curves).max().orElseThrow(),
            Figures::nanos);
    NamedAxis names = new NamedAxis(xLabel, categories);
    XYPlot plot = new XYPlot(data, names, y, renderer);
    if (!joined) {
      // Names are read across, so they stand below each other.
      plot.setOrientation(PlotOrientation.HORIZONTAL);
      names.setInverted(true);
    }
    for (int change : changes) {
      plot.addDomainMarker(
          new ValueMarker(
              change - 0.5,
              theme.ink(),
              new BasicStroke(
                  1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[] {4, 3}, 0)),
          Layer.BACKGROUND);
    }
    plot.setDomainGridlinesVisible(false);
    return style.chart(caption, plot, true);
  }

  private static DoubleStream ends(List<Curve> curves) {
    return curves.stream()
        .flatMap(curve -> curve.points().stream())
        .flatMapToDouble(point -> DoubleStream.of(point.y().low(), point.y().high()));
  }

  /// The numbers of `count` categories.
  static List<Double> numbers(int count) {
    return IntStream.range(0, count).mapToObj(i -> (double) i).toList();
  }
}
