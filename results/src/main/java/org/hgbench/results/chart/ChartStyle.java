package org.hgbench.results.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.text.TextUtils;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/// How every chart looks: fonts, grid, axes, title, legend. The one place for such decisions.
final class ChartStyle {
  // Metrically alike, so that a text measured here fits where the SVG is shown.
  private static final List<String> FAMILIES = List.of("Liberation Sans", "Arial", "Arimo");
  private static final String FAMILY = family();

  static {
    // Turned text is drawn as text, not as the outlines of its letters.
    TextUtils.setUseDrawRotatedStringWorkaround(false);
  }

  private final Theme theme;

  ChartStyle(Theme theme) {
    this.theme = theme;
  }

  /// The font that charts are measured with.
  static String family() {
    Set<String> installed =
        Arrays.stream(
                GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames())
            .collect(Collectors.toSet());
    return FAMILIES.stream().filter(installed::contains).findFirst().orElse(Font.SANS_SERIF);
  }

  static Font font(int style, float size) {
    return new Font(FAMILY, style, 1).deriveFont(size);
  }

  Color series(Series series) {
    return theme.series(series);
  }

  Theme theme() {
    return theme;
  }

  /// A whole chart around `plot`: title and caption on the left, legend below them.
  JFreeChart chart(Caption caption, XYPlot plot, boolean legend) {
    JFreeChart chart = new JFreeChart(null, null, plot, false);
    chart.setBackgroundPaint(theme.background());
    chart.setPadding(new RectangleInsets(14, 14, 12, 18));
    chart.setTitle(title(caption.title(), font(Font.BOLD, 15), theme.ink(), 0));
    chart.addSubtitle(title(caption.conditions(), font(Font.PLAIN, 12), theme.muted(), 3));
    if (legend) {
      chart.addSubtitle(legend(plot));
    }
    chart.addSubtitle(footnote(caption.note()));
    plot(plot);
    return chart;
  }

  /// Gives lines and markers of one series their look.
  void series(XYLineAndShapeRenderer renderer, int index, Series series) {
    renderer.setSeriesPaint(index, theme.series(series));
    renderer.setSeriesFillPaint(index, theme.series(series));
    renderer.setSeriesStroke(index, series.stroke());
    renderer.setSeriesShape(index, series.marker());
    renderer.setLegendLine(new java.awt.geom.Line2D.Double(-16, 0, 16, 0));
  }

  private void plot(XYPlot plot) {
    plot.setBackgroundPaint(null);
    plot.setOutlineVisible(false);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    plot.setDomainGridlinePaint(theme.grid());
    plot.setRangeGridlinePaint(theme.grid());
    plot.setDomainGridlineStroke(new BasicStroke(1));
    plot.setRangeGridlineStroke(new BasicStroke(1));
    for (int i = 0; i < plot.getDomainAxisCount(); i++) {
      axis(plot.getDomainAxis(i));
    }
    for (int i = 0; i < plot.getRangeAxisCount(); i++) {
      axis(plot.getRangeAxis(i));
    }
  }

  private void axis(ValueAxis axis) {
    axis.setLabelFont(font(Font.PLAIN, 12));
    axis.setLabelPaint(theme.muted());
    axis.setLabelInsets(new RectangleInsets(5, 5, 3, 5));
    axis.setTickLabelFont(font(Font.PLAIN, 12));
    axis.setTickLabelPaint(theme.ink());
    axis.setAxisLinePaint(theme.line());
    axis.setTickMarkPaint(theme.line());
    axis.setTickMarkOutsideLength(4);
    axis.setMinorTickMarkOutsideLength(2);
  }

  private LegendTitle legend(XYPlot plot) {
    LegendTitle legend = new LegendTitle(plot);
    legend.setPosition(RectangleEdge.TOP);
    legend.setHorizontalAlignment(HorizontalAlignment.LEFT);
    legend.setFrame(BlockBorder.NONE);
    legend.setBackgroundPaint(null);
    legend.setItemFont(font(Font.PLAIN, 12));
    legend.setItemPaint(theme.ink());
    legend.setItemLabelPadding(new RectangleInsets(2, 4, 2, 12));
    legend.setLegendItemGraphicPadding(new RectangleInsets(2, 0, 2, 2));
    legend.setMargin(new RectangleInsets(6, 0, 4, 0));
    return legend;
  }

  private TextTitle footnote(String text) {
    TextTitle note = title(text, font(Font.PLAIN, 11), theme.muted(), 6);
    note.setPosition(RectangleEdge.BOTTOM);
    return note;
  }

  private static TextTitle title(String text, Font font, Color paint, double above) {
    TextTitle title =
        new TextTitle(
            text,
            font,
            paint,
            RectangleEdge.TOP,
            HorizontalAlignment.LEFT,
            org.jfree.chart.ui.VerticalAlignment.TOP,
            new RectangleInsets(above, 0, 0, 0));
    title.setTextAlignment(HorizontalAlignment.LEFT);
    title.setExpandToFitSpace(true);
    return title;
  }
}
