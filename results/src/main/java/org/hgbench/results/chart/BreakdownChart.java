package org.hgbench.results.chart;

import java.awt.BasicStroke;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import org.hgbench.results.text.Figures;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XIntervalSeries;
import org.jfree.data.xy.XIntervalSeriesCollection;

/// Where does the time of one operation go? Stacked bars, unrolled: each stage has a row of its own
/// and begins where the one before it ended, so that the shortest has a name too.
public final class BreakdownChart {
  private static final float THICKNESS = 12;

  private final ChartStyle style;
  private final XIntervalSeriesCollection data = new XIntervalSeriesCollection();
  private final XYErrorRenderer renderer = new XYErrorRenderer();
  private final List<String> left = new ArrayList<>();
  private final List<String> right = new ArrayList<>();

  private BreakdownChart(Theme theme) {
    style = new ChartStyle(theme);
  }

  /// One operation.
  ///
  /// @param label what was followed
  /// @param series its transport
  /// @param parts in the order of time
  public record Stack(String label, Series series, List<Part> parts) {
    /// How long all of it takes.
    public double nanos() {
      return parts.stream().mapToDouble(Part::nanos).sum();
    }
  }

  /// One stage.
  ///
  /// @param label what had happened at its end, and on which side
  /// @param nanos its mean
  public record Part(String label, double nanos) {}

  /// The height that gives every row its room.
  public static int height(List<Stack> stacks) {
    return 150 + 21 * stacks.stream().mapToInt(stack -> 1 + stack.parts().size()).sum();
  }

  /// The chart for any theme.
  public static Drawing.Sketch sketch(Caption caption, List<Stack> stacks) {
    return theme -> chart(caption, stacks, theme);
  }

  /// The chart.
  ///
  /// @param stacks at least one, of more than no time
  public static JFreeChart chart(Caption caption, List<Stack> stacks, Theme theme) {
    return new BreakdownChart(theme).draw(caption, stacks);
  }

  private JFreeChart draw(Caption caption, List<Stack> stacks) {
    double longest = stacks.stream().mapToDouble(Stack::nanos).max().orElseThrow();
    XYPlot plot =
        new XYPlot(data, new LinearAxis("time since the operation began", longest), null, renderer);
    renderer.setDrawYError(false);
    renderer.setDefaultShapesVisible(false);
    renderer.setCapLength(0);
    renderer.setErrorStroke(
        new BasicStroke(THICKNESS, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
    for (Stack stack : stacks) {
      plot.addAnnotation(heading(stack));
      left.add("");
      right.add("");
      style.series(renderer, data.getSeriesCount(), stack.series());
      data.addSeries(bars(stack));
    }
    plot.setRangeAxis(0, new RowAxis(left));
    plot.setRangeAxis(1, new RowAxis(right));
    plot.setRangeGridlinesVisible(false);
    return style.chart(caption, plot, false);
  }

  private XIntervalSeries bars(Stack stack) {
    XIntervalSeries bars = new XIntervalSeries(stack.label() + data.getSeriesCount());
    double begin = 0;
    for (Part part : stack.parts()) {
      double end = begin + part.nanos();
      bars.add(begin, begin, end, left.size());
      left.add(part.label());
      right.add(
          Figures.nanos(part.nanos()) + " (" + Figures.percent(part.nanos() / stack.nanos()) + ")");
      begin = end;
    }
    return bars;
  }

  private XYTextAnnotation heading(Stack stack) {
    XYTextAnnotation heading =
        new XYTextAnnotation(
            stack.label() + ": " + Figures.nanos(stack.nanos()), 0, left.size() + 0.1);
    heading.setFont(ChartStyle.font(Font.BOLD, 12));
    heading.setPaint(style.theme().ink());
    heading.setBackgroundPaint(style.theme().background());
    heading.setTextAnchor(TextAnchor.CENTER_LEFT);
    return heading;
  }
}
