package org.hgbench.results.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.hgbench.results.chart.Series;
import org.hgbench.results.model.Measurement;
import org.hgbench.results.model.Run;

/// The warnings of a run's measurements, numbered, so that each figure can point at its own.
final class Warnings {
  private final SequencedMap<Measurement, List<Integer>> numbers = new LinkedHashMap<>();
  private final List<String> texts = new ArrayList<>();

  Warnings(Run run) {
    for (Measurement measurement : run.measurements()) {
      List<Integer> mine = new ArrayList<>();
      for (String warning : of(measurement)) {
        texts.add(subject(measurement) + ": " + warning);
        mine.add(texts.size());
      }
      numbers.put(measurement, List.copyOf(mine));
    }
  }

  /// What a reader must know of this figure.
  static List<String> of(Measurement measurement) {
    if (measurement.checksumOk()) {
      return measurement.warnings();
    }
    List<String> warnings = new ArrayList<>();
    warnings.add("not every byte arrived as it was sent; the figure counts for nothing.");
    warnings.addAll(measurement.warnings());
    return warnings;
  }

  /// The numbers of the warnings of a measurement, from 1.
  List<Integer> numbers(Measurement measurement) {
    return numbers.getOrDefault(measurement, List.of());
  }

  /// All warnings; number 1 is the first.
  List<String> texts() {
    return List.copyOf(texts);
  }

  /// The mark beside a figure in plain text, empty where there is no warning.
  String mark(Measurement measurement) {
    StringBuilder mark = new StringBuilder();
    numbers(measurement).forEach(number -> mark.append(" !").append(number));
    return mark.toString();
  }

  private static String subject(Measurement measurement) {
    return "%s on %s, %s"
        .formatted(
            Cell.of(measurement).label(),
            Series.name(measurement.transport()),
            Conditions.of(measurement).crossing());
  }
}
