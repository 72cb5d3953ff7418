package org.hgbench.results.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/// Rows of text beside a chart, the first on top; row i stands at the value i.
@SuppressWarnings("serial")
final class RowAxis extends NumberAxis {
  private final transient List<String> rows;

  RowAxis(List<String> rows) {
    this.rows = List.copyOf(rows);
    setRange(-0.7, rows.size() - 0.3);
    setInverted(true);
    setTickMarksVisible(false);
    setAxisLineVisible(false);
  }

  @Override
  public List<NumberTick> refreshTicks(
      Graphics2D g2, AxisState state, Rectangle2D area, RectangleEdge edge) {
    TextAnchor anchor =
        edge == RectangleEdge.LEFT ? TextAnchor.CENTER_RIGHT : TextAnchor.CENTER_LEFT;
    List<NumberTick> ticks = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      ticks.add(new NumberTick(i, rows.get(i), anchor, TextAnchor.CENTER, 0));
    }
    return ticks;
  }
}
