package org.hgbench.results.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.hgbench.results.chart.Caption;
import org.hgbench.results.chart.Drawing;
import org.hgbench.results.chart.MedianInterval;
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

  /// What bars and bands around medians are.
  static String interval(MedianInterval interval) {
    return interval.coverage() == 0
        ? "one fork only, no interval."
        : String.format(
            Locale.ROOT, "%.1f %% interval for the median fork.", interval.coverage() * 100);
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
