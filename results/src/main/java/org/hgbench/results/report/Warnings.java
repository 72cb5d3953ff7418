package org.hgbench.results.report;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.hgbench.results.model.Measurement;
import org.hgbench.results.model.Run;

/// The warnings of a run's measurements, numbered, so that each figure can point at its own.
final class Warnings {
  private final Map<Measurement, Integer> numbers = new IdentityHashMap<>();
  private final List<String> texts = new ArrayList<>();

  Warnings(Run run) {
    for (Measurement measurement : run.measurements()) {
      List<String> mine = of(measurement);
      if (!mine.isEmpty()) {
        texts.add(subject(measurement) + ": " + String.join("; ", mine));
        numbers.put(measurement, texts.size());
      }
    }
  }

  /// What a reader must know of this figure.
  static List<String> of(Measurement measurement) {
    if (measurement.checksumOk()) {
      return measurement.warnings();
    }
    List<String> warnings = new ArrayList<>();
    warnings.add("not every byte arrived as it was sent: the figure counts for nothing");
    warnings.addAll(measurement.warnings());
    return warnings;
  }

  /// The number of the warnings of a measurement, from 1; 0 where there are none.
  int number(Measurement measurement) {
    return numbers.getOrDefault(measurement, 0);
  }

  /// The warnings of each measurement that has any; number 1 is the first.
  List<String> texts() {
    return List.copyOf(texts);
  }

  /// The mark beside a figure in plain text, empty where there is no warning.
  String mark(Measurement measurement) {
    return number(measurement) == 0 ? "" : " !" + number(measurement);
  }

  /// The mark beside a figure as HTML, a link to the warning.
  String link(Measurement measurement) {
    int number = number(measurement);
    return number == 0
        ? ""
        : " <a class=\"warn\" href=\"#warning-%d\" title=\"%s\" aria-label=\"warning %d\">!%d</a>"
            .formatted(number, Html.escape(texts.get(number - 1)), number, number);
  }

  private static String subject(Measurement measurement) {
    return "%s on %s, %s"
        .formatted(
            Cell.of(measurement).label(),
            ChartWords.label(measurement),
            Setting.of(measurement).crossing());
  }
}
