package org.hgbench.results.chart;

import java.util.List;
import java.util.stream.DoubleStream;
import org.hgbench.results.text.Figures;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/// How long do operations take, from the quickest to the slowest in ten thousand?
public final class LatencyByPercentile {
  private LatencyByPercentile() {}

  /// The chart for any theme.
  public static Drawing.Sketch sketch(Caption caption, List<PercentileCurve> curves) {
    return theme -> chart(caption, curves, theme);
  }

  /// The chart.
  ///
  /// @param curves at least one, each with at least one point
  public static JFreeChart chart(Caption caption, List<PercentileCurve> curves, Theme theme) {
    ChartStyle style = new ChartStyle(theme);
    YIntervalSeriesCollection data = new YIntervalSeriesCollection();
    DeviationRenderer renderer = new DeviationRenderer(true, false);
    renderer.setAlpha(0.18f);
    renderer.setDrawSeriesLineAsPath(true);
    for (PercentileCurve curve : curves) {
      style.series(renderer, data.getSeriesCount(), curve.series());
      data.addSeries(series(curve));
    }
    double nines =
        curves.stream().mapToDouble(curve -> curve.points().getLast().nines()).max().orElseThrow();
    XYPlot plot =
        new XYPlot(
            data,
            new NinesAxis("percentile of operations (nines scale)", Math.max(nines, 1)),
            LogScaleAxis.decades(
                "latency per operation (log scale)",
                nanos(curves).min().orElseThrow(),
                nanos(curves).max().orElseThrow(),
                Figures::nanos),
            renderer);
    return style.chart(caption, plot, true);
  }

  private static DoubleStream nanos(List<PercentileCurve> curves) {
    return curves.stream()
        .flatMap(curve -> curve.points().stream())
        .flatMapToDouble(point -> DoubleStream.of(point.nanos().low(), point.nanos().high()));
  }

  private static YIntervalSeries series(PercentileCurve curve) {
    YIntervalSeries series = new YIntervalSeries(curve.label());
    for (PercentileCurve.Point point : curve.points()) {
      series.add(point.nines(), point.nanos().median(), point.nanos().low(), point.nanos().high());
    }
    return series;
  }
}
