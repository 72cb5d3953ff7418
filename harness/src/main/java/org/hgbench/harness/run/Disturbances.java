package org.hgbench.harness.run;

import java.util.List;
import java.util.Objects;
import org.hgbench.results.model.Disturbance;

/// How far the forks of one measurement were left undisturbed.
///
/// A median bears a few bad forks. A measurement is `poor` when more than a quarter of its forks
/// are, `fair` when more than a quarter are not `good`, or one is poor.
final class Disturbances {
  private static final String GOOD = "good";
  private static final String POOR = "poor";

  private Disturbances() {}

  /// The grade, null where nobody watched.
  static String grade(List<ForkOutcome> forks) {
    List<Disturbance> seen = seen(forks);
    if (seen.isEmpty()) {
      return null;
    }
    long poor = seen.stream().filter(one -> one.grade().equals(POOR)).count();
    long disturbed = seen.stream().filter(one -> !one.grade().equals(GOOD)).count();
    if (poor * 4 > seen.size()) {
      return POOR;
    }
    return poor > 0 || disturbed * 4 > seen.size() ? "fair" : GOOD;
  }

  /// A sentence with the reasons, if the grade is not `good`.
  static List<String> warnings(List<ForkOutcome> forks) {
    String grade = grade(forks);
    if (grade == null || grade.equals(GOOD)) {
      return List.of();
    }
    List<Disturbance> disturbed =
        seen(forks).stream().filter(one -> !one.grade().equals(GOOD)).toList();
    List<String> worst =
        disturbed.stream()
            .filter(one -> one.grade().equals(POOR))
            .findFirst()
            .orElse(disturbed.getFirst())
            .reasons();
    return List.of(
        "disturbed (%s): %d of %d forks; in one of them %s"
            .formatted(grade, disturbed.size(), forks.size(), String.join(", and ", worst)));
  }

  /// Whether a fork was disturbed so much that its figure is not to be trusted.
  static boolean isPoor(ForkOutcome fork) {
    return seen(List.of(fork)).stream().anyMatch(one -> one.grade().equals(POOR));
  }

  /// Why a fork is not `good`.
  static List<String> reasons(ForkOutcome fork) {
    return seen(List.of(fork)).stream().flatMap(one -> one.reasons().stream()).toList();
  }

  private static List<Disturbance> seen(List<ForkOutcome> forks) {
    return forks.stream()
        .filter(fork -> fork.report() != null)
        .map(fork -> fork.report().disturbance())
        .filter(Objects::nonNull)
        .toList();
  }
}
