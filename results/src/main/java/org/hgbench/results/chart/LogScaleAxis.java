package org.hgbench.results.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.DoubleFunction;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;

/// A logarithmic axis with round values as labels, each with its unit.
@SuppressWarnings("serial")
final class LogScaleAxis extends LogAxis {
  private final transient Ticks ticks;

  private LogScaleAxis(String label, double low, double high, Ticks ticks) {
    super(label);
    this.ticks = ticks;
    setRange(low, high);
  }

  /// From `low` to `high` and a little air, labelled at 1, 2 and 5.
  static LogScaleAxis decades(String label, double low, double high, DoubleFunction<String> text) {
    double air = Math.max(Math.pow(high / low, 0.05), 1.1);
    return new LogScaleAxis(
        label, low / air, high * air, Ticks.decades(low / air, high * air, text));
  }

  /// Labelled at exactly these values.
  static LogScaleAxis at(String label, List<Double> values, DoubleFunction<String> text) {
    double low = values.getFirst();
    double high = values.getLast();
    double air = Math.max(Math.pow(high / low, 0.03), 1.2);
    return new LogScaleAxis(label, low / air, high * air, new Ticks(values, List.of(), text));
  }

  @Override
  public List<NumberTick> refreshTicks(
      Graphics2D g2, AxisState state, Rectangle2D area, RectangleEdge edge) {
    return ticks.place(this, g2, area, edge);
  }
}
