package org.hgbench.results.report;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.hgbench.results.model.Run;
import org.hgbench.results.model.Yardstick;
import org.hgbench.results.text.Figures;

/// What recording single operations cost in a run, from its yardsticks.
public final class RecordingCost {
  /// The yardstick of the clock reads around an operation.
  public static final String CLOCK = "two clock reads";

  /// The yardstick of the histogram.
  public static final String BEYOND = "recording, beyond two clock reads";

  /// What recording may cost beyond the clock reads.
  private static final double BOUND_NANOS = 30;

  private RecordingCost() {}

  /// A sentence with both figures, none where they were not measured.
  public static Optional<String> sentence(Run run) {
    OptionalDouble clock = value(run, CLOCK);
    OptionalDouble beyond = value(run, BEYOND);
    if (clock.isEmpty() || beyond.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "Recording a single operation costs %s beyond two clock reads (%s); the bound is %s%s.",
            Figures.nanos(beyond.getAsDouble()),
            Figures.nanos(clock.getAsDouble()),
            Figures.nanos(BOUND_NANOS),
            beyond.getAsDouble() <= BOUND_NANOS ? "" : ", which was missed here"));
  }

  private static OptionalDouble value(Run run, String name) {
    return run.yardsticks().stream()
        .filter(yardstick -> yardstick.name().equals(name))
        .mapToDouble(Yardstick::value)
        .findFirst();
  }
}
