package org.hgbench.results.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.hgbench.results.model.Fork;
import org.hgbench.results.model.Measurement;
import org.hgbench.results.model.Run;

/// RFC 4180: a header, then a row for each fork of each measurement. Nothing known is empty.
final class Csv {
  private static final List<String> COLUMNS =
      List.of(
          "id",
          "workload",
          "transport",
          "variant",
          "boundary",
          "trapCost",
          "gating",
          "payloadBytes",
          "wait",
          "placement",
          "guestThreads",
          "load",
          "ratePerSecond",
          "fork",
          "startedAt",
          "nanosPerOperation",
          "floorNanos",
          "p50",
          "p90",
          "p99",
          "p999",
          "max",
          "operations");

  private Csv() {}

  static String of(Run run) {
    List<String> rows = new ArrayList<>();
    rows.add(String.join(",", COLUMNS));
    for (Measurement measurement : run.measurements()) {
      for (int i = 0; i < measurement.forks().size(); i++) {
        rows.add(row(measurement, i, measurement.forks().get(i)));
      }
    }
    return String.join("\r\n", rows) + "\r\n";
  }

  private static String row(Measurement measurement, int number, Fork fork) {
    Object[] cells = {
      measurement.id(),
      measurement.workload(),
      measurement.transport(),
      measurement.variant(),
      measurement.boundary(),
      measurement.trapCost(),
      measurement.gating(),
      measurement.payloadBytes(),
      measurement.waitStrategy(),
      measurement.placement(),
      measurement.guestThreads(),
      measurement.load(),
      measurement.ratePerSecond(),
      number,
      fork.startedAt(),
      fork.nanosPerOperation(),
      fork.floorNanos(),
      fork.p50(),
      fork.p90(),
      fork.p99(),
      fork.p999(),
      fork.max(),
      fork.operations()
    };
    return Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(","));
  }

  private static String cell(Object value) {
    String text = value == null ? "" : value.toString();
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
  }
}
