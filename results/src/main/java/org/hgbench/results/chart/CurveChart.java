package org.hgbench.results.chart;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.geom.AffineTransform;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import org.hgbench.results.text.Figures;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/// How does a figure change as payload, load or the cost of a trap grows? Both axes logarithmic.
public enum CurveChart {
  /// Nanoseconds per operation against bytes per operation.
  TIME_BY_PAYLOAD(
      "payload per operation (log scale)",
      Figures::bytes,
      "time per operation (log scale)",
      Figures::nanos),
  /// Bytes per second against bytes per operation.
  BANDWIDTH_BY_PAYLOAD(
      "payload per operation (log scale)",
      Figures::bytes,
      "bandwidth (log scale)",
      Figures::bandwidth),
  /// Nanoseconds from the intended start against operations due per second.
  LATENCY_BY_LOAD(
      "operations due per second (log scale)",
      Figures::rate,
      "latency from the intended start (log scale)",
      Figures::nanos),
  /// Nanoseconds per operation against what one trap costs.
  TIME_BY_TRAP_COST(
      "cost of one bare trap (log scale)",
      Figures::nanos,
      "time per operation (log scale)",
      Figures::nanos);

  private static final BasicStroke DOTTED =
      new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[] {2, 3}, 0);

  private final String xLabel;
  private final DoubleFunction<String> xText;
  private final String yLabel;
  private final DoubleFunction<String> yText;

  CurveChart(
      String xLabel, DoubleFunction<String> xText, String yLabel, DoubleFunction<String> yText) {
    this.xLabel = xLabel;
    this.xText = xText;
    this.yLabel = yLabel;
    this.yText = yText;
  }

  /// The chart for any theme.
  public Drawing.Sketch sketch(Caption caption, List<Curve> curves) {
    return sketch(caption, curves, List.of());
  }

  /// The chart for any theme, with values of the horizontal axis marked.
  public Drawing.Sketch sketch(Caption caption, List<Curve> curves, List<Mark> marks) {
    return theme -> chart(caption, curves, marks, theme);
  }

  /// The chart.
  ///
  /// @param curves at least one, each with at least one point; all figures above 0
  public JFreeChart chart(Caption caption, List<Curve> curves, List<Mark> marks, Theme theme) {
    ChartStyle style = new ChartStyle(theme);
    YIntervalSeriesCollection data = new YIntervalSeriesCollection();
    XYErrorRenderer renderer = new XYErrorRenderer();
    renderer.setDefaultLinesVisible(true);
    renderer.setDrawXError(false);
    renderer.setCapLength(5);
    renderer.setUseFillPaint(true);
    for (Curve curve : curves) {
      int index = data.getSeriesCount();
      style.series(renderer, index, curve.series(), curve.overlay());
      if (curve.thin()) {
        thin(renderer, index, curve.series(), theme);
      }
      data.addSeries(series(curve));
    }
    LogScaleAxis y =
        LogScaleAxis.decades(
            yLabel, ys(curves).min().orElseThrow(), ys(curves).max().orElseThrow(), yText);
    LogScaleAxis x = xAxis(curves, marks);
    XYPlot plot = new XYPlot(data, x, y, renderer);
    mark(plot, x, marks, style);
    return style.chart(caption, plot, true);
  }

  private LogScaleAxis xAxis(List<Curve> curves, List<Mark> marks) {
    List<Double> values =
        curves.stream()
            .flatMap(curve -> curve.points().stream())
            .map(Curve.Point::x)
            .distinct()
            .sorted()
            .toList();
    LogScaleAxis axis = LogScaleAxis.at(xLabel, values, xText);
    double low = marks.stream().mapToDouble(Mark::at).min().orElse(Double.POSITIVE_INFINITY);
    double high = marks.stream().mapToDouble(Mark::at).max().orElse(0);
    axis.setRange(
        Math.min(axis.getLowerBound(), low / 1.2), Math.max(axis.getUpperBound(), high * 1.2));
    return axis;
  }

  // Each name stands a line lower than the one before, on the side that has room.
  private static void mark(XYPlot plot, LogScaleAxis x, List<Mark> marks, ChartStyle style) {
    double middle = Math.sqrt(x.getLowerBound() * x.getUpperBound());
    for (int i = 0; i < marks.size(); i++) {
      Mark mark = marks.get(i);
      boolean right = mark.at() > middle;
      ValueMarker line = new ValueMarker(mark.at(), style.theme().muted(), DOTTED);
      line.setLabel(mark.label());
      line.setLabelFont(ChartStyle.font(Font.PLAIN, 11));
      line.setLabelPaint(style.theme().muted());
      line.setLabelBackgroundColor(style.theme().background());
      line.setLabelAnchor(right ? RectangleAnchor.TOP_LEFT : RectangleAnchor.TOP_RIGHT);
      line.setLabelTextAnchor(right ? TextAnchor.TOP_RIGHT : TextAnchor.TOP_LEFT);
      line.setLabelOffset(new RectangleInsets(3 + 15.0 * i, 4, 3, 4));
      plot.addDomainMarker(line, Layer.BACKGROUND);
    }
  }

  private static void thin(XYErrorRenderer renderer, int index, Series series, Theme theme) {
    renderer.setSeriesStroke(index, new BasicStroke(1.3f));
    renderer.setSeriesFillPaint(index, theme.background());
    renderer.setSeriesShape(
        index, AffineTransform.getScaleInstance(0.8, 0.8).createTransformedShape(series.marker()));
  }

  private static DoubleStream ys(List<Curve> curves) {
    return curves.stream()
        .flatMap(curve -> curve.points().stream())
        .flatMapToDouble(point -> DoubleStream.of(point.y().low(), point.y().high()));
  }

  private static YIntervalSeries series(Curve curve) {
    YIntervalSeries series = new YIntervalSeries(curve.label());
    for (Curve.Point point : curve.points()) {
      series.add(point.x(), point.y().median(), point.y().low(), point.y().high());
    }
    return series;
  }
}
