package org.hgbench.results.chart;

import java.awt.BasicStroke;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import org.hgbench.results.text.Figures;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/// Something at each percentile of operations, from the quickest to the slowest in ten thousand,
/// with a band that shows how sure it is.
public enum PercentileChart {
  /// How long do operations take?
  LATENCY("latency per operation (log scale)", Figures::nanos),
  /// How much longer do they take than in another run? The shift function.
  SHIFT("latency ÷ that of the first run (log scale)", Figures::multiple);

  // Dark enough to be seen on white, light enough to see the line and another band through it.
  private static final float BAND = 0.28f;

  private final String yLabel;
  private final DoubleFunction<String> yText;

  PercentileChart(String yLabel, DoubleFunction<String> yText) {
    this.yLabel = yLabel;
    this.yText = yText;
  }

  /// The chart for any theme.
  public Drawing.Sketch sketch(Caption caption, List<PercentileCurve> curves) {
    return theme -> chart(caption, curves, theme);
  }

  /// The chart.
  ///
  /// @param curves at least one, each with at least one point
  public JFreeChart chart(Caption caption, List<PercentileCurve> curves, Theme theme) {
    ChartStyle style = new ChartStyle(theme);
    YIntervalSeriesCollection data = new YIntervalSeriesCollection();
    DeviationRenderer renderer = new DeviationRenderer(true, false);
    renderer.setAlpha(BAND);
    renderer.setDrawSeriesLineAsPath(true);
    for (PercentileCurve curve : curves) {
      style.series(renderer, data.getSeriesCount(), curve.series(), curve.overlay());
      data.addSeries(series(curve));
    }
    double nines =
        curves.stream().mapToDouble(curve -> curve.points().getLast().nines()).max().orElseThrow();
    LogScaleAxis y =
        LogScaleAxis.decades(
            yLabel, values(curves).min().orElseThrow(), values(curves).max().orElseThrow(), yText);
    XYPlot plot =
        new XYPlot(
            data,
            new NinesAxis("percentile of operations (nines scale)", Math.max(nines, 1)),
            y,
            renderer);
    if (this == SHIFT) {
      plot.addRangeMarker(new ValueMarker(1, theme.ink(), new BasicStroke(1.2f)), Layer.BACKGROUND);
    }
    return style.chart(caption, plot, true);
  }

  private DoubleStream values(List<PercentileCurve> curves) {
    DoubleStream ends =
        curves.stream()
            .flatMap(curve -> curve.points().stream())
            .flatMapToDouble(point -> DoubleStream.of(point.value().low(), point.value().high()));
    return this == SHIFT ? DoubleStream.concat(DoubleStream.of(1), ends) : ends;
  }

  private static YIntervalSeries series(PercentileCurve curve) {
    YIntervalSeries series = new YIntervalSeries(curve.label());
    for (PercentileCurve.Point point : curve.points()) {
      series.add(point.nines(), point.value().median(), point.value().low(), point.value().high());
    }
    return series;
  }
}
