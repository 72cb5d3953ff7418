package org.hgbench.harness.plan;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Mode;

/// How JMH times the operations of a closed load. The suite's figure is nanoseconds per operation
/// in each of them.
public enum TimingMode {
  /// The time of an iteration over its operations.
  AVERAGE(Mode.AverageTime),

  /// Operations per second; the time of one is the number of guest threads divided by that.
  THROUGHPUT(Mode.Throughput),

  /// The times of single operations that JMH picks, each between two clock reads.
  SAMPLE(Mode.SampleTime);

  private final Mode jmh;

  TimingMode(Mode jmh) {
    this.jmh = jmh;
  }

  /// The mode of a name.
  ///
  /// @throws IllegalArgumentException if there is none
  public static TimingMode of(String label) {
    return Arrays.stream(values())
        .filter(mode -> mode.label().equals(label))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "no mode '%s'; there are %s"
                    .formatted(
                        label,
                        Arrays.stream(values())
                            .map(TimingMode::label)
                            .collect(Collectors.joining(", ")))));
  }

  /// JMH's mode.
  public Mode jmh() {
    return jmh;
  }

  /// JMH's short name for it: `avgt`, `thrpt` or `sample`.
  public String label() {
    return jmh.shortLabel();
  }

  /// What a reader of its figures must know, null if nothing.
  public String caution() {
    return switch (this) {
      case AVERAGE -> null;
      case THROUGHPUT ->
          "mode thrpt: JMH counted operations per second; the time of an operation is the number of"
              + " guest threads divided by that";
      case SAMPLE ->
          "mode sample: JMH timed single operations, some of all, each between two clock reads,"
              + " which are part of its time; cells whose floor is below 1 us do not gate";
    };
  }
}
