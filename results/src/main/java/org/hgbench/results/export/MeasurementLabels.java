package org.hgbench.results.export;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.hgbench.results.model.Measurement;

/// What tells one measurement from another, by name.
final class MeasurementLabels {
  private MeasurementLabels() {}

  /// Everything that a measurement was asked to do; what does not apply is left out.
  static SequencedMap<String, String> of(Measurement measurement) {
    SequencedMap<String, String> labels = new LinkedHashMap<>();
    put(labels, "workload", measurement.workload());
    put(labels, "transport", measurement.transport());
    put(labels, "variant", measurement.variant());
    put(labels, "boundary", measurement.boundary());
    put(labels, "trap_cost", measurement.trapCost());
    put(labels, "payload_bytes", measurement.payloadBytes());
    put(labels, "wait", measurement.waitStrategy());
    put(labels, "placement", measurement.placement());
    put(labels, "guest_threads", measurement.guestThreads());
    put(labels, "load", measurement.load());
    put(labels, "rate_per_second", measurement.ratePerSecond());
    return labels;
  }

  /// The same in one line for people.
  static String line(Measurement measurement) {
    return of(measurement).entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .collect(Collectors.joining(" "));
  }

  private static void put(Map<String, String> labels, String name, Object value) {
    if (value != null) {
      labels.put(name, value.toString());
    }
  }
}
