package org.hgbench.results.chart;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import org.hgbench.results.text.Figures;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/// How do time and bandwidth change as operations grow?
public final class FigureByPayload {
  private FigureByPayload() {}

  /// Nanoseconds per operation against bytes per operation, both logarithmic.
  public static JFreeChart latency(Caption caption, List<PayloadCurve> curves, Theme theme) {
    return chart(caption, curves, "time per operation (log scale)", Figures::nanos, theme);
  }

  /// Bytes per second against bytes per operation, both logarithmic.
  public static JFreeChart bandwidth(Caption caption, List<PayloadCurve> curves, Theme theme) {
    return chart(caption, curves, "bandwidth (log scale)", Figures::bandwidth, theme);
  }

  private static JFreeChart chart(
      Caption caption,
      List<PayloadCurve> curves,
      String label,
      DoubleFunction<String> text,
      Theme theme) {
    ChartStyle style = new ChartStyle(theme);
    YIntervalSeriesCollection data = new YIntervalSeriesCollection();
    XYErrorRenderer renderer = new XYErrorRenderer();
    renderer.setDefaultLinesVisible(true);
    renderer.setDrawXError(false);
    renderer.setCapLength(5);
    renderer.setUseFillPaint(true);
    for (PayloadCurve curve : curves) {
      style.series(renderer, data.getSeriesCount(), curve.series());
      data.addSeries(series(curve));
    }
    List<Double> payloads =
        curves.stream()
            .flatMap(curve -> curve.points().stream())
            .map(point -> (double) point.payloadBytes())
            .distinct()
            .sorted()
            .toList();
    XYPlot plot =
        new XYPlot(
            data,
            LogScaleAxis.at("payload per operation (log scale)", payloads, Figures::bytes),
            LogScaleAxis.decades(
                label,
                values(curves).min().orElseThrow(),
                values(curves).max().orElseThrow(),
                text),
            renderer);
    return style.chart(caption, plot, true);
  }

  private static DoubleStream values(List<PayloadCurve> curves) {
    return curves.stream()
        .flatMap(curve -> curve.points().stream())
        .flatMapToDouble(point -> DoubleStream.of(point.value().low(), point.value().high()));
  }

  private static YIntervalSeries series(PayloadCurve curve) {
    YIntervalSeries series = new YIntervalSeries(curve.label());
    for (PayloadCurve.Point point : curve.points()) {
      series.add(
          point.payloadBytes(), point.value().median(), point.value().low(), point.value().high());
    }
    return series;
  }
}
