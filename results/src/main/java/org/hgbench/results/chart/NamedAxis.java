package org.hgbench.results.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;

/// An axis of names side by side; name i stands at the value i. Where they do not all fit, some are
/// left out evenly.
@SuppressWarnings("serial")
final class NamedAxis extends NumberAxis {
  private final transient Ticks ticks;

  NamedAxis(String label, List<String> names) {
    super(label);
    List<String> copy = List.copyOf(names);
    ticks =
        new Ticks(
            CategoryChart.numbers(copy.size()),
            List.of(),
            value -> copy.get((int) Math.rint(value)));
    setRange(-0.5, copy.size() - 0.5);
  }

  @Override
  public List<NumberTick> refreshTicks(
      Graphics2D g2, AxisState state, Rectangle2D area, RectangleEdge edge) {
    return ticks.place(this, g2, area, edge);
  }
}
