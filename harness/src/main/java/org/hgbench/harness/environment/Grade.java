package org.hgbench.harness.environment;

import java.util.Locale;
import org.hgbench.results.model.Environment.Finding;

/// How small the noise from one source can be trusted to be; declared from best to worst.
public enum Grade {
  /// Nothing here disturbs a measurement visibly.
  GOOD,
  /// Widens intervals, or can do so at any time.
  FAIR,
  /// Shifts figures by more than the effects that the suite looks for.
  POOR;

  /// The word that a run directory contains.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The worse of the two.
  public Grade worse(Grade other) {
    return compareTo(other) < 0 ? other : this;
  }

  /// Grades a value that disturbs more the larger it is.
  static Grade of(double value, double fairFrom, double poorFrom) {
    return value >= poorFrom ? POOR : value >= fairFrom ? FAIR : GOOD;
  }

  /// What was found; the remedy is dropped where nothing needs one.
  Finding finding(String name, String value, String remedy) {
    return new Finding(name, value, text(), this == GOOD ? null : remedy);
  }

  static Grade of(Finding finding) {
    return valueOf(finding.grade().toUpperCase(Locale.ROOT));
  }
}
