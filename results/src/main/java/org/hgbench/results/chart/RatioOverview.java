package org.hgbench.results.chart;

import java.awt.BasicStroke;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.hgbench.results.text.Figures;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XIntervalSeries;
import org.jfree.data.xy.XIntervalSeriesCollection;

/// Which transport is faster, where and by how much? The one picture that answers it: a forest plot
/// of ratios with their intervals.
public final class RatioOverview {
  private final ChartStyle style;
  private final XIntervalSeriesCollection data = new XIntervalSeriesCollection();
  private final XYErrorRenderer renderer = new XYErrorRenderer();
  private final List<String> left = new ArrayList<>();
  private final List<String> right = new ArrayList<>();

  private RatioOverview(Theme theme) {
    style = new ChartStyle(theme);
  }

  /// The height that gives every row its room.
  public static int height(List<RatioRow> rows) {
    return 170 + 25 * (rows.size() + (int) rows.stream().map(RatioRow::group).distinct().count());
  }

  /// The chart for any theme.
  public static Drawing.Sketch sketch(Caption caption, List<RatioRow> rows) {
    return theme -> chart(caption, rows, theme);
  }

  /// The chart.
  ///
  /// @param rows at least one; neighbours of one group stand together
  public static JFreeChart chart(Caption caption, List<RatioRow> rows, Theme theme) {
    return new RatioOverview(theme).draw(caption, rows);
  }

  private JFreeChart draw(Caption caption, List<RatioRow> rows) {
    markers(rows);
    LogScaleAxis ratios =
        LogScaleAxis.decades(
            "time of HGCM ÷ time of HGSMI (log scale); right of 1×, HGSMI is faster",
            Math.min(ends(rows).min().orElseThrow(), 0.8),
            Math.max(ends(rows).max().orElseThrow(), 1.25),
            Figures::multiple);
    XYPlot plot = new XYPlot(data, ratios, null, renderer);
    String group = null;
    for (RatioRow row : rows) {
      if (!row.group().equals(group)) {
        group = row.group();
        plot.addAnnotation(heading(group, ratios.getLowerBound()));
        left.add("");
        right.add("");
      }
      add(row);
    }
    plot.setRangeAxis(0, new RowAxis(left));
    plot.setRangeAxis(1, new RowAxis(right));
    plot.setRangeGridlinesVisible(false);
    plot.addDomainMarker(
        new ValueMarker(1, style.theme().ink(), new BasicStroke(1.4f)), Layer.BACKGROUND);
    return style.chart(caption, plot, true);
  }

  private void markers(List<RatioRow> rows) {
    for (TransportVerdict outcome : TransportVerdict.values()) {
      style.series(renderer, outcome.ordinal(), outcome.series());
      renderer.setSeriesVisibleInLegend(outcome.ordinal(), inLegend(outcome, rows));
      data.addSeries(new XIntervalSeries(outcome.label()));
    }
    // What was not judged must not draw the eye.
    renderer.setSeriesShapesFilled(TransportVerdict.TOO_FEW.ordinal(), false);
    renderer.setSeriesPaint(TransportVerdict.TOO_FEW.ordinal(), style.theme().muted());
    renderer.setDrawYError(false);
    renderer.setCapLength(7);
    renderer.setErrorStroke(new BasicStroke(2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
  }

  private static boolean inLegend(TransportVerdict outcome, List<RatioRow> rows) {
    return outcome.decided() || rows.stream().anyMatch(row -> row.outcome() == outcome);
  }

  private void add(RatioRow row) {
    data.getSeries(row.outcome().ordinal())
        .add(
            row.ratio(),
            row.bounded() ? row.low() : row.ratio(),
            row.bounded() ? row.high() : row.ratio(),
            left.size());
    left.add(row.label());
    right.add(
        row.bounded()
            ? "%s (%s to %s)"
                .formatted(
                    Figures.multiple(row.ratio()),
                    Figures.significant(row.low()),
                    Figures.significant(row.high()))
            : Figures.multiple(row.ratio()) + " (not judged)");
  }

  private static DoubleStream ends(List<RatioRow> rows) {
    return rows.stream()
        .flatMapToDouble(row ->
            row.bounded() ? DoubleStream.of(row.low(), row.high()) : DoubleStream.of(row.ratio()));
  }

  private XYTextAnnotation heading(String text, double x) {
    XYTextAnnotation heading = new XYTextAnnotation(text, x, left.size() + 0.1);
    heading.setFont(ChartStyle.font(Font.BOLD, 12));
    heading.setPaint(style.theme().ink());
    heading.setBackgroundPaint(style.theme().background());
    heading.setTextAnchor(TextAnchor.CENTER_LEFT);
    return heading;
  }
}
