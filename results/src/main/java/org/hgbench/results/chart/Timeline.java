package org.hgbench.results.chart;

import java.awt.BasicStroke;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.util.List;
import java.util.Locale;
import org.hgbench.results.text.Figures;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.util.ShapeUtils;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/// What happened in the course of a run? Each fork stands where it began, as a multiple of the
/// median fork of its own measurement, so that all can be seen together.
public final class Timeline {
  /// A fork this far from its median, either way, is marked.
  public static final double FAR = 1.15;

  private static final AffineTransform SMALL = AffineTransform.getScaleInstance(0.6, 0.6);
  private static final List<Series> KINDS =
      List.of(Series.HGSMI, Series.HGCM, Series.CONTROL, Series.FLOOR);

  private Timeline() {}

  /// One fork.
  ///
  /// @param minutes since the run began
  /// @param series its transport, or [Series#FLOOR] for the yardstick measured in it
  /// @param multiple of the median of its own measurement
  /// @param disturbed whether something was seen to disturb it
  public record Point(double minutes, Series series, double multiple, boolean disturbed) {
    /// Whether it lies far from the others of its kind.
    public boolean far() {
      return multiple > FAR || multiple < 1 / FAR;
    }
  }

  /// The chart for any theme.
  public static Drawing.Sketch sketch(Caption caption, List<Point> points) {
    return theme -> chart(caption, points, theme);
  }

  /// The chart.
  ///
  /// @param points at least one
  public static JFreeChart chart(Caption caption, List<Point> points, Theme theme) {
    ChartStyle style = new ChartStyle(theme);
    XYSeriesCollection data = new XYSeriesCollection();
    XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(false, true);
    renderer.setUseFillPaint(true);
    for (Series kind : KINDS) {
      XYSeries series = new XYSeries(name(kind));
      points.stream()
          .filter(point -> point.series() == kind)
          .forEach(point -> series.add(point.minutes(), point.multiple()));
      style.series(renderer, data.getSeriesCount(), kind);
      renderer.setSeriesShape(data.getSeriesCount(), SMALL.createTransformedShape(kind.marker()));
      renderer.setSeriesVisible(data.getSeriesCount(), !series.isEmpty());
      data.addSeries(series);
    }
    rings(points, style, data, renderer);
    crosses(points, style, data, renderer);
    double low = points.stream().mapToDouble(Point::multiple).min().orElseThrow();
    double high = points.stream().mapToDouble(Point::multiple).max().orElseThrow();
    NumberAxis minutes = new NumberAxis("minutes since the run began");
    double last = points.stream().mapToDouble(Point::minutes).max().orElseThrow();
    minutes.setRange(-0.02 * last - 1e-3, 1.02 * last + 1e-3);
    minutes.setNumberFormatOverride(java.text.NumberFormat.getInstance(Locale.ROOT));
    XYPlot plot =
        new XYPlot(
            data,
            minutes,
            LogScaleAxis.decades(
                "fork ÷ median fork of its kind (log scale)",
                Math.min(low, 0.8),
                Math.max(high, 1.25),
                Figures::multiple),
            renderer);
    plot.addRangeMarker(new ValueMarker(1, theme.line(), new BasicStroke(1.4f)), Layer.BACKGROUND);
    return style.chart(caption, plot, true);
  }

  private static void rings(
      List<Point> points,
      ChartStyle style,
      XYSeriesCollection data,
      XYLineAndShapeRenderer renderer) {
    XYSeries far = new XYSeries("far from its median");
    points.stream().filter(Point::far).forEach(point -> far.add(point.minutes(), point.multiple()));
    int index = data.getSeriesCount();
    data.addSeries(far);
    renderer.setSeriesShape(index, new Ellipse2D.Double(-6, -6, 12, 12));
    renderer.setSeriesShapesFilled(index, false);
    renderer.setSeriesPaint(index, style.theme().ink());
    renderer.setSeriesVisible(index, !far.isEmpty());
  }

  private static void crosses(
      List<Point> points,
      ChartStyle style,
      XYSeriesCollection data,
      XYLineAndShapeRenderer renderer) {
    XYSeries disturbed = new XYSeries("disturbed while it measured");
    points.stream()
        .filter(point -> point.disturbed() && point.series() != Series.FLOOR)
        .forEach(point -> disturbed.add(point.minutes(), point.multiple()));
    int index = data.getSeriesCount();
    data.addSeries(disturbed);
    renderer.setSeriesShape(index, ShapeUtils.createDiagonalCross(5, 0.6f));
    renderer.setSeriesPaint(index, style.theme().series(Series.FOURTH));
    renderer.setSeriesFillPaint(index, style.theme().series(Series.FOURTH));
    renderer.setSeriesVisible(index, !disturbed.isEmpty());
  }

  private static String name(Series kind) {
    return kind == Series.CONTROL
        ? "control"
        : kind == Series.FLOOR ? "yardstick in the same fork" : kind.name();
  }
}
