package org.hgbench.results.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import org.hgbench.results.chart.MedianInterval;
import org.hgbench.results.chart.Series;
import org.hgbench.results.model.Fork;
import org.hgbench.results.model.Measurement;
import org.hgbench.results.model.OperationCounters;
import org.hgbench.results.text.Figures;

/// The tables of one workload: how long it took, and what one operation consisted of.
final class WorkTables {
  private static final String NOT_RECORDED = "single operations were not recorded";
  private static final String ONE_FORK = "one fork has no interval";
  private static final String TOO_FEW = "too few operations lie beyond this percentile";
  private static final String NOT_OFFERED = "not counted here";

  private final String workload;
  private final List<Measurement> measurements;
  private final Warnings warnings;
  private final Circumstances circumstances;

  /// @param measurements of the workload, at least one
  WorkTables(String workload, List<Measurement> measurements, Warnings warnings) {
    this.workload = workload;
    this.measurements = sorted(measurements);
    this.warnings = warnings;
    this.circumstances = new Circumstances(measurements.stream().map(Setting::of).toList());
  }

  /// What all figures of the workload have in common.
  String common() {
    return circumstances.common();
  }

  /// Time per operation, percentiles, rates.
  String times() {
    List<String> columns = columns();
    columns.addAll(
        List.of(
            "time per op",
            "interval",
            "× floor",
            "p50",
            "p90",
            "p99",
            "p99.9",
            "max",
            "ops per s"));
    boolean moving =
        measurements.stream().anyMatch(measurement -> measurement.bytesPerSecond() != null);
    if (moving) {
      columns.add("bandwidth");
    }
    HtmlTable table =
        new HtmlTable(
            "How long one %s takes: median fork, latencies of single operations, rates"
                .formatted(workload),
            columns,
            columns().size());
    for (Measurement measurement : measurements) {
      begin(table, measurement);
      table.figure(
          measurement.nanosPerOperation(),
          "<strong>"
              + Figures.nanos(measurement.nanosPerOperation())
              + "</strong>"
              + warnings.link(measurement));
      MedianInterval interval =
          MedianInterval.of(
              measurement.forks().stream().mapToDouble(Fork::nanosPerOperation).toArray());
      if (interval.coverage() == 0) {
        table.none(ONE_FORK);
      } else {
        table.figure(
            interval.high() / interval.low(), Figures.nanos(interval.low(), interval.high()));
      }
      floor(table, measurement);
      String reason = measurement.p50() == null ? NOT_RECORDED : TOO_FEW;
      figure(table, measurement.p50(), Figures::nanos, reason);
      figure(table, measurement.p90(), Figures::nanos, reason);
      figure(table, measurement.p99(), Figures::nanos, reason);
      figure(table, measurement.p999(), Figures::nanos, reason);
      figure(table, measurement.max(), Figures::nanos, reason);
      table.figure(measurement.opsPerSecond(), Figures.rate(measurement.opsPerSecond()));
      if (moving) {
        figure(table, measurement.bytesPerSecond(), Figures::bandwidth, "nothing is moved");
      }
    }
    return table.html();
  }

  /// Traps, copies, processor time.
  String contents() {
    List<String> columns = columns();
    columns.addAll(
        List.of(
            "traps",
            "interrupts",
            "hand-overs",
            "copied",
            "allocated",
            "vCPU thread",
            "other threads",
            "forks",
            "operations"));
    boolean explained =
        measurements.stream().anyMatch(measurement -> measurement.explainedShare() != null);
    if (explained) {
      columns.add("explained");
    }
    HtmlTable table =
        new HtmlTable(
            "What one %s consists of, as counted".formatted(workload), columns, columns().size());
    for (Measurement measurement : measurements) {
      begin(table, measurement);
      OperationCounters counters = measurement.counters();
      figure(table, counters.traps(), Figures::significant, NOT_OFFERED);
      figure(table, counters.interrupts(), Figures::significant, NOT_OFFERED);
      figure(table, counters.handovers(), Figures::significant, NOT_OFFERED);
      figure(table, counters.bytesCopied(), Figures::bytes, NOT_OFFERED);
      figure(table, counters.bytesAllocated(), WorkTables::allocated, NOT_OFFERED);
      figure(table, counters.emtCpuNanos(), Figures::nanos, NOT_OFFERED);
      figure(table, counters.otherCpuNanos(), Figures::nanos, NOT_OFFERED);
      table.figure(measurement.forks().size(), String.valueOf(measurement.forks().size()));
      long operations = measurement.forks().stream().mapToLong(Fork::operations).sum();
      table.figure(operations, String.format(Locale.ROOT, "%,d", operations));
      if (explained) {
        figure(
            table,
            measurement.explainedShare(),
            Figures::percent,
            "the cost model does not apply to a modelled boundary or to polling");
      }
    }
    return table.html();
  }

  /// Less than a hundredth of a byte is a stray object of the rig.
  private static String allocated(double bytes) {
    return bytes > 0 && bytes < 0.01 ? "< 0.01 B" : Figures.bytes(bytes);
  }

  private List<String> columns() {
    List<String> columns = new ArrayList<>(List.of("payload", "transport", "boundary"));
    if (circumstances.differ()) {
      columns.add("circumstances");
    }
    return columns;
  }

  private void begin(HtmlTable table, Measurement measurement) {
    Setting conditions = Setting.of(measurement);
    table.row(Figures.bytes(measurement.payloadBytes()), measurement.payloadBytes());
    table.html(transport(measurement));
    table.html(boundary(conditions));
    if (circumstances.differ()) {
      table.text(circumstances.particular(conditions));
    }
  }

  static String boundary(Setting conditions) {
    String cost =
        conditions.trapCost() == null
            ? ""
            : conditions.trapCost().equals("none") ? "no trap cost" : conditions.trapCost();
    return "<span class=\"nowrap\">%s%s</span>%s"
        .formatted(
            Html.escape(conditions.boundary()),
            conditions.modelled() ? " <span class=\"badge\">modelled</span>" : "",
            cost.isEmpty() ? "" : "<br><small>" + Html.escape(cost) + "</small>");
  }

  private static String transport(Measurement measurement) {
    String name =
        measurement.transport().equals("none") ? "control" : Series.name(measurement.transport());
    String variant =
        measurement.variant().equals("default")
            ? ""
            : "<br><small>" + Html.escape(measurement.variant()) + "</small>";
    return "<span class=\"key %s\" aria-hidden=\"true\"></span>%s%s"
        .formatted(Html.id(measurement.transport()), Html.escape(name), variant);
  }

  private static void floor(HtmlTable table, Measurement measurement) {
    if (measurement.floorMultiple() == null) {
      table.none("no floor applies");
      return;
    }
    String name =
        measurement.floor() == null
            ? ""
            : "<br><small>" + Html.escape(measurement.floor()) + "</small>";
    table.figure(measurement.floorMultiple(), Figures.multiple(measurement.floorMultiple()) + name);
  }

  private static void figure(
      HtmlTable table, Double value, DoubleFunction<String> text, String reason) {
    if (value == null) {
      table.none(reason);
    } else {
      table.figure(value, text.apply(value));
    }
  }

  private static List<Measurement> sorted(List<Measurement> measurements) {
    return measurements.stream()
        .sorted(Comparator.comparingLong(Measurement::payloadBytes))
        .toList();
  }
}
