package org.hgbench.results.chart;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Stroke;
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
  private static final List<Series> VERDICTS = List.of(Series.HGSMI, Series.HGCM, Series.CONTROL);
  private static final List<String> LEGEND =
      List.of("HGSMI is faster", "HGCM is faster", "no difference detected");

  private RatioOverview() {}

  /// The height that gives every row its room.
  public static int height(List<RatioRow> rows) {
    return 170 + 25 * (rows.size() + (int) rows.stream().map(RatioRow::group).distinct().count());
  }

  /// The chart.
  ///
  /// @param rows at least one; neighbours of one group stand together
  public static JFreeChart chart(Caption caption, List<RatioRow> rows, Theme theme) {
    ChartStyle style = new ChartStyle(theme);
    XIntervalSeriesCollection data = new XIntervalSeriesCollection();
    XYErrorRenderer renderer = new XYErrorRenderer();
    for (int i = 0; i < VERDICTS.size(); i++) {
      style.series(renderer, i, VERDICTS.get(i));
      renderer.setSeriesStroke(i, new BasicStroke(2.2f));
      data.addSeries(new XIntervalSeries(LEGEND.get(i)));
    }
    renderer.setDrawYError(false);
    renderer.setCapLength(7);
    Stroke bar = new BasicStroke(2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
    renderer.setErrorStroke(bar);

    double low = ends(rows).min().orElseThrow();
    double high = ends(rows).max().orElseThrow();
    LogScaleAxis ratios =
        LogScaleAxis.decades(
            "time of HGCM ÷ time of HGSMI (log scale); right of 1×, HGSMI is faster",
            Math.min(low, 0.8),
            Math.max(high, 1.25),
            Figures::multiple);
    List<String> left = new ArrayList<>();
    List<String> right = new ArrayList<>();
    XYPlot plot = new XYPlot(data, ratios, null, renderer);
    String group = null;
    for (RatioRow row : rows) {
      if (!row.group().equals(group)) {
        group = row.group();
        plot.addAnnotation(heading(group, ratios.getLowerBound(), left.size(), style));
        left.add("");
        right.add("");
      }
      Series faster = row.faster() == null ? Series.CONTROL : row.faster();
      data.getSeries(VERDICTS.indexOf(faster)).add(row.ratio(), row.low(), row.high(), left.size());
      left.add(row.label());
      right.add(
          "%s  (%s to %s)"
              .formatted(
                  Figures.multiple(row.ratio()),
                  Figures.significant(row.low()),
                  Figures.significant(row.high())));
    }
    plot.setRangeAxis(0, new RowAxis(left));
    plot.setRangeAxis(1, new RowAxis(right));
    plot.setRangeGridlinesVisible(false);
    ValueMarker even = new ValueMarker(1, theme.ink(), new BasicStroke(1.4f));
    plot.addDomainMarker(even, Layer.BACKGROUND);
    return style.chart(caption, plot, true);
  }

  private static DoubleStream ends(List<RatioRow> rows) {
    return rows.stream().flatMapToDouble(row -> DoubleStream.of(row.low(), row.high()));
  }

  private static XYTextAnnotation heading(String text, double x, int row, ChartStyle style) {
    XYTextAnnotation heading = new XYTextAnnotation(text, x, row + 0.1);
    heading.setFont(ChartStyle.font(Font.BOLD, 12));
    heading.setPaint(style.theme().ink());
    heading.setBackgroundPaint(style.theme().background());
    heading.setTextAnchor(TextAnchor.CENTER_LEFT);
    return heading;
  }
}
