package org.hgbench.results.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;

/// Percentiles spread by their nines: as much room from 90 to 99 % as from 99 to 99.9 %.
///
/// A value on this axis is a number of nines, [#nines] of the quantile.
@SuppressWarnings("serial")
final class NinesAxis extends NumberAxis {
  private final transient Ticks ticks;

  NinesAxis(String label, double highestNines) {
    super(label);
    double[] whole = DoubleStream.iterate(2, nines -> nines + 1).limit(8).toArray();
    List<Double> marks =
        DoubleStream.concat(DoubleStream.of(0, nines(0.5), nines(0.75), 1), DoubleStream.of(whole))
            .boxed()
            .toList();
    ticks = new Ticks(marks, List.of(), NinesAxis::label);
    setRange(0, highestNines);
  }

  /// 0.9 is one nine, 0.99 two.
  static double nines(double quantile) {
    return -Math.log10(1 - quantile);
  }

  /// The quantile of a number of nines.
  static double quantile(double nines) {
    return 1 - Math.pow(10, -nines);
  }

  private static String label(double nines) {
    BigDecimal percent = BigDecimal.valueOf(Math.round(quantile(nines) * 1e10), 8);
    return percent.stripTrailingZeros().toPlainString() + " %";
  }

  @Override
  public List<NumberTick> refreshTicks(
      Graphics2D g2, AxisState state, Rectangle2D area, RectangleEdge edge) {
    return ticks.place(this, g2, area, edge);
  }
}
