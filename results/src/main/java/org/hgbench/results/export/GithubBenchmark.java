package org.hgbench.results.export;

import java.util.List;
import java.util.Locale;
import org.hgbench.results.chart.MedianInterval;
import org.hgbench.results.model.Fork;
import org.hgbench.results.model.Measurement;
import org.hgbench.results.model.Run;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The input of github-action-benchmark with `tool: customSmallerIsBetter`. Every value is a time
/// per operation, so the direction of the whole file is one and the same.
final class GithubBenchmark {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private GithubBenchmark() {}

  private record Entry(String name, String unit, double value, String range, String extra) {}

  static String of(Run run) {
    List<Entry> entries = run.measurements().stream().map(GithubBenchmark::entry).toList();
    return MAPPER.writeValueAsString(entries) + "\n";
  }

  private static Entry entry(Measurement measurement) {
    MedianInterval interval =
        MedianInterval.of(
            measurement.forks().stream().mapToDouble(Fork::nanosPerOperation).toArray());
    double reach =
        Math.max(
            interval.high() - measurement.nanosPerOperation(),
            measurement.nanosPerOperation() - interval.low());
    return new Entry(
        measurement.id(),
        measurement.unit(),
        measurement.nanosPerOperation(),
        String.format(Locale.ROOT, "± %.3g", Math.max(0, reach)),
        MeasurementLabels.line(measurement));
  }
}
