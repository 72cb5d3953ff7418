package org.hgbench.results.report;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.hgbench.results.chart.Caption;
import org.hgbench.results.chart.Curve;
import org.hgbench.results.chart.Curve.Point;
import org.hgbench.results.chart.Drawing;
import org.hgbench.results.chart.MedianInterval;
import org.hgbench.results.chart.PercentileCurve;
import org.hgbench.results.chart.Series;
import org.hgbench.results.model.Measurement;

/// Names, notes and sizes that the charts of a report share.
final class ChartWords {
  static final int WIDTH = 620;
  static final int HEIGHT = 430;

  private ChartWords() {}

  /// The transport, and the variant where it is not the default one.
  static String label(Measurement measurement) {
    return Series.name(measurement.transport())
        + (measurement.variant().equals("default") ? "" : ", " + measurement.variant());
  }

  /// What the bars around the points of some curves are.
  static String bars(List<Curve> curves) {
    return marks(
        "bars", "Bars: ", curves.stream().flatMap(curve -> curve.points().stream()).map(Point::y));
  }

  /// What some lines and the bands around them are.
  static String band(List<PercentileCurve> curves) {
    return marks(
        "band",
        "Line: median fork. Band: ",
        curves.stream()
            .flatMap(curve -> curve.points().stream())
            .map(PercentileCurve.Point::value));
  }

  private static String marks(String marks, String start, Stream<MedianInterval> intervals) {
    DoubleSummaryStatistics coverage =
        intervals.mapToDouble(interval -> 100 * interval.coverage()).summaryStatistics();
    if (coverage.getMax() == 0) {
      return "No " + marks + ": there is one fork only.";
    }
    String least = String.format(Locale.ROOT, "%.1f", coverage.getMin());
    String most = String.format(Locale.ROOT, "%.1f", coverage.getMax());
    String span =
        coverage.getMin() == 0
            ? "up to " + most
            : least.equals(most) ? most : least + " to " + most;
    return start
        + span
        + " % interval for the median fork"
        + (coverage.getMin() == 0 ? ", none where there is one fork only." : ".");
  }

  /// What must be said of bulk payloads, else nothing.
  static String mapping(Cell cell) {
    return cell.bulk() ? " With a write-back mapping." : "";
  }

  /// What all have in common, or everything there is.
  static String shared(Stream<String> texts) {
    List<String> distinct = texts.distinct().toList();
    return String.join("; ", distinct);
  }

  /// A chart of the usual size.
  static Drawing drawing(String name, Caption caption, String description, Drawing.Sketch sketch) {
    return new Drawing(name, caption, description, WIDTH, HEIGHT, sketch);
  }
}
