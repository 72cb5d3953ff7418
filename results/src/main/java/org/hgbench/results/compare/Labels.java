package org.hgbench.results.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.hgbench.results.model.Measurement;
import org.hgbench.results.text.Figures;

/// Short names of cells: what all of them share is said once, above the table.
///
/// @param shared facets that are equal in all measurements
/// @param varying facets that set measurements apart
record Labels(List<String> shared, List<Facet> varying) {
  /// One condition as a name and its value in words, null where it does not apply.
  private record Facet(String name, Function<Measurement, String> value) {}

  private static final List<Facet> FACETS =
      List.of(
          new Facet("boundary", Measurement::boundary),
          new Facet("trap cost", Measurement::trapCost),
          new Facet("wait", Measurement::waitStrategy),
          new Facet("placement", Measurement::placement),
          new Facet("guest threads", m -> Wording.plural(m.guestThreads(), "guest thread")),
          new Facet("memory", Measurement::memoryType),
          new Facet("load", m -> m.load() == null ? null : m.loadName() + " load"),
          new Facet("rate", m -> rate(Conditions.of(m))));

  private static String rate(Conditions conditions) {
    if (conditions.share() != null) {
      return Wording.format("%.0f %% of its closed loop", 100 * conditions.share());
    }
    return conditions.ratePerSecond() == null
        ? null
        : Wording.format("%.0f/s", conditions.ratePerSecond());
  }

  static Labels of(Collection<Measurement> measurements) {
    List<String> shared = new ArrayList<>();
    List<Facet> varying = new ArrayList<>();
    for (Facet facet : FACETS) {
      List<String> values = measurements.stream().map(facet.value()).distinct().toList();
      if (values.size() > 1) {
        varying.add(facet);
      } else if (values.size() == 1 && values.getFirst() != null) {
        shared.add(values.getFirst());
      }
    }
    return new Labels(shared, varying);
  }

  String label(Measurement measurement, Metric metric) {
    List<String> words = new ArrayList<>();
    words.add(measurement.workload());
    words.add(measurement.transport());
    if (measurement.variant() != null && !measurement.variant().equals("default")) {
      words.add(measurement.variant());
    }
    words.add(Figures.bytes(measurement.payloadBytes()));
    for (Facet facet : varying) {
      String value = facet.value().apply(measurement);
      if (value != null) {
        words.add(value);
      }
    }
    if (metric != Metric.NANOS_PER_OPERATION) {
      words.add(metric.label());
    }
    return String.join(" ", words);
  }

  /// Whether two measurements ask the same of the same transport, under whatever conditions.
  static boolean nearlyEqual(Measurement one, Measurement other) {
    return Objects.equals(one.workload(), other.workload())
        && Objects.equals(one.transport(), other.transport())
        && Objects.equals(one.variant(), other.variant())
        && one.payloadBytes() == other.payloadBytes();
  }

  /// The conditions in which two measurements differ, `placement: same-core -> cross-core`.
  static List<String> differences(Measurement base, Measurement next) {
    return FACETS.stream()
        .filter(facet -> !Objects.equals(facet.value().apply(base), facet.value().apply(next)))
        .map(facet ->
            facet.name() + ": " + facet.value().apply(base) + " -> " + facet.value().apply(next))
        .toList();
  }
}
