package org.hgbench.results.chart;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/// Which values of an axis carry a label: as many of the wanted ones as fit, evenly thinned.
///
/// @param labelled values that should be labelled, in order; the others among them get a mark
/// @param unlabelled values that get a small mark only
/// @param text the label of a value
record Ticks(List<Double> labelled, List<Double> unlabelled, DoubleFunction<String> text) {
  private static final double GAP = 10;
  private static final Pattern ZEROS =
      Pattern.compile("(\\d+(?:\\.\\d*[1-9])?)\\.?0+(?=\\D|$)(?<=\\.\\d{1,9})");

  /// One, two and five in every decade that touches the range; only the ones when decades are many,
  /// equal steps when the range is a fraction of one.
  static Ticks decades(double low, double high, DoubleFunction<String> text) {
    if (high / low < 6) {
      return steps(low, high, text);
    }
    boolean fine = Math.log10(high / low) < 2.2;
    List<Double> labelled = new ArrayList<>();
    List<Double> unlabelled = new ArrayList<>();
    for (int exponent = (int) Math.floor(Math.log10(low));
        exponent <= Math.ceil(Math.log10(high));
        exponent++) {
      double decade = Math.pow(10, exponent);
      for (int i = 1; i < 10; i++) {
        boolean wanted = i == 1 || (fine && (i == 2 || i == 5));
        (wanted ? labelled : unlabelled).add(i * decade);
      }
    }
    return new Ticks(labelled, unlabelled, text);
  }

  /// Equal steps, at most eight of them.
  static Ticks steps(double low, double high, DoubleFunction<String> text) {
    double decade = Math.pow(10, Math.floor(Math.log10(high - low)));
    double step =
        DoubleStream.of(0.1, 0.2, 0.5, 1, 2)
            .map(size -> size * decade)
            .filter(size -> (high - low) / size <= 8)
            .findFirst()
            .orElse(decade);
    List<Double> labelled = new ArrayList<>();
    for (long i = (long) Math.ceil(low / step); i * step <= high; i++) {
      // A sum of tenths is seldom the number that was meant.
      labelled.add(new BigDecimal(i * step).round(new MathContext(9)).doubleValue());
    }
    return new Ticks(labelled, List.of(), text);
  }

  /// The ticks of `axis` as it is drawn in `area`.
  List<NumberTick> place(ValueAxis axis, Graphics2D g2, Rectangle2D area, RectangleEdge edge) {
    List<Double> visible = labelled.stream().filter(value -> inside(axis, value)).toList();
    int stride = stride(axis, g2, area, edge, visible);
    boolean horizontal = RectangleEdge.isTopOrBottom(edge);
    TextAnchor anchor =
        horizontal
            ? TextAnchor.TOP_CENTER
            : edge == RectangleEdge.LEFT ? TextAnchor.CENTER_RIGHT : TextAnchor.CENTER_LEFT;
    List<NumberTick> ticks = new ArrayList<>();
    for (int i = 0; i < visible.size(); i++) {
      double value = visible.get(i);
      boolean shown = i % stride == 0;
      ticks.add(
          new NumberTick(
              shown ? TickType.MAJOR : TickType.MINOR,
              value,
              shown ? label(value) : "",
              anchor,
              TextAnchor.CENTER,
              0));
    }
    for (double value : unlabelled) {
      if (inside(axis, value)) {
        ticks.add(new NumberTick(TickType.MINOR, value, "", anchor, TextAnchor.CENTER, 0));
      }
    }
    return ticks;
  }

  // Round values need no zeros to show how exact they are.
  private String label(double value) {
    return ZEROS.matcher(text.apply(value)).replaceFirst("$1");
  }

  private static boolean inside(ValueAxis axis, double value) {
    return value >= axis.getLowerBound() * (1 - 1e-9) && value <= axis.getUpperBound() * (1 + 1e-9);
  }

  private int stride(
      ValueAxis axis, Graphics2D g2, Rectangle2D area, RectangleEdge edge, List<Double> visible) {
    Font font = axis.getTickLabelFont();
    FontMetrics metrics = g2.getFontMetrics(font);
    boolean horizontal = RectangleEdge.isTopOrBottom(edge);
    for (int stride = 1; stride < visible.size(); stride++) {
      if (fits(axis, area, edge, visible, stride, metrics, horizontal)) {
        return stride;
      }
    }
    return Math.max(1, visible.size());
  }

  private boolean fits(
      ValueAxis axis,
      Rectangle2D area,
      RectangleEdge edge,
      List<Double> visible,
      int stride,
      FontMetrics metrics,
      boolean horizontal) {
    for (int i = stride; i < visible.size(); i += stride) {
      double here = visible.get(i);
      double before = visible.get(i - stride);
      double distance =
          Math.abs(axis.valueToJava2D(here, area, edge) - axis.valueToJava2D(before, area, edge));
      double needed =
          horizontal
              ? (metrics.stringWidth(label(here)) + metrics.stringWidth(label(before))) / 2.0 + GAP
              : metrics.getHeight();
      if (distance < needed) {
        return false;
      }
    }
    return true;
  }
}
