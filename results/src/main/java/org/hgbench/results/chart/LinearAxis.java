package org.hgbench.results.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.hgbench.results.text.Figures;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;

/// A time axis from nothing on, in equal steps, each label with its unit.
@SuppressWarnings("serial")
final class LinearAxis extends NumberAxis {
  private final transient Ticks ticks;

  LinearAxis(String label, double highestNanos) {
    super(label);
    ticks = Ticks.steps(0, highestNanos, Figures::nanos);
    setRange(0, highestNanos * 1.02);
  }

  @Override
  public List<NumberTick> refreshTicks(
      Graphics2D g2, AxisState state, Rectangle2D area, RectangleEdge edge) {
    return ticks.place(this, g2, area, edge);
  }
}
