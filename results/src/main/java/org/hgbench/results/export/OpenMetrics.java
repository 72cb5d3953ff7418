package org.hgbench.results.export;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hgbench.results.model.Measurement;
import org.hgbench.results.model.OperationCounters;
import org.hgbench.results.model.Run;

/// The text format of OpenMetrics 1.0, in base units: seconds and bytes. It carries no time stamps
/// and no type that the older text format lacks, so that it can be served or dropped where
/// node_exporter collects text files.
final class OpenMetrics {
  private final Run run;
  private final StringBuilder text = new StringBuilder();

  private OpenMetrics(Run run) {
    this.run = run;
  }

  static String of(Run run) {
    return new OpenMetrics(run).text();
  }

  private String text() {
    family("hgbench_run_info", "gauge", "", "The run that all figures come from, always 1.");
    text.append(
        "hgbench_run_info{profile=\"%s\",revision=\"%s\",started_at=\"%s\"} 1\n"
            .formatted(
                escape(run.profile()),
                escape(String.valueOf(run.gitRevision())),
                escape(run.startedAt())));
    gauge(
        "hgbench_operation_seconds",
        "seconds",
        "Time per operation, median over forks.",
        measurement -> measurement.nanosPerOperation() / 1e9);
    latencies();
    gauge(
        "hgbench_floor_multiple",
        "",
        "Time per operation as a multiple of its floor.",
        Measurement::floorMultiple);
    counter("traps", "Traps per operation.", OperationCounters::traps);
    counter("interrupts", "Interrupts per operation.", OperationCounters::interrupts);
    counter(
        "handovers",
        "Hand-overs between host threads per operation.",
        OperationCounters::handovers);
    counter("allocated_bytes", "Java heap per operation.", OperationCounters::bytesAllocated);
    gauge(
        "hgbench_warnings",
        "",
        "How many warnings a figure carries.",
        measurement -> (double) measurement.warnings().size());
    return text.append("# EOF\n").toString();
  }

  private void latencies() {
    family(
        "hgbench_latency_seconds",
        "summary",
        "seconds",
        "Latency of single operations over all forks.");
    for (Measurement measurement : run.measurements()) {
      quantile(measurement, "0.5", measurement.p50());
      quantile(measurement, "0.9", measurement.p90());
      quantile(measurement, "0.99", measurement.p99());
      quantile(measurement, "0.999", measurement.p999());
    }
  }

  private void quantile(Measurement measurement, String quantile, Double nanos) {
    if (nanos != null) {
      sample(
          "hgbench_latency_seconds",
          labels(measurement) + ",quantile=\"" + quantile + "\"",
          nanos / 1e9);
    }
  }

  private void counter(String name, String help, Function<OperationCounters, Double> count) {
    String unit = name.endsWith("_bytes") ? "bytes" : "";
    gauge(
        "hgbench_operation_" + name,
        unit,
        help,
        measurement -> count.apply(measurement.counters()));
  }

  private void gauge(String name, String unit, String help, Function<Measurement, Double> figure) {
    family(name, "gauge", unit, help);
    for (Measurement measurement : run.measurements()) {
      Double value = figure.apply(measurement);
      if (value != null) {
        sample(name, labels(measurement), value);
      }
    }
  }

  private void family(String name, String type, String unit, String help) {
    text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    if (!unit.isEmpty()) {
      text.append("# UNIT ").append(name).append(' ').append(unit).append('\n');
    }
    text.append("# HELP ").append(name).append(' ').append(help).append('\n');
  }

  private void sample(String name, String labels, double value) {
    text.append(name).append('{').append(labels).append("} ").append(value).append('\n');
  }

  private static String labels(Measurement measurement) {
    return "id=\"%s\",".formatted(escape(measurement.id()))
        + MeasurementLabels.of(measurement).entrySet().stream()
            .map(OpenMetrics::label)
            .collect(Collectors.joining(","));
  }

  private static String label(Map.Entry<String, String> entry) {
    return entry.getKey() + "=\"" + escape(entry.getValue()) + "\"";
  }

  private static String escape(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }
}
