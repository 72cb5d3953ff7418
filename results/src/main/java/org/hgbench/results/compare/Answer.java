package org.hgbench.results.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.hgbench.results.model.Run;

/// The sentences that every written form of a comparison begins with.
final class Answer {
  /// A full hash and the twelve digits of it that tell revisions apart.
  private static final Pattern FULL_HASH = Pattern.compile("^([0-9a-f]{12})[0-9a-f]{28}");

  private Answer() {}

  /// The answer, without a full stop.
  static String of(Comparison comparison) {
    if (!comparison.comparable()) {
      return "not comparable: " + whyNot(comparison);
    }
    long gates = comparison.gating().size();
    if (gates == 0) {
      return "nothing gates: the runs share no gating cell";
    }
    long worse = comparison.count(Verdict.WORSE);
    String first =
        worse > 0
            ? worse + " of " + Wording.plural(gates, "gating cell") + " got worse"
            : "nothing got worse in " + Wording.plural(gates, "gating cell");
    List<String> others = new ArrayList<>();
    for (Verdict verdict :
        List.of(Verdict.BETTER, Verdict.SAME, Verdict.UNCLEAR, Verdict.NOT_COMPARABLE)) {
      if (comparison.count(verdict) > 0) {
        others.add(comparison.count(verdict) + " " + verdict.label());
      }
    }
    return others.isEmpty() ? first : first + (worse > 0 ? "; " : ": ") + String.join(", ", others);
  }

  /// `base 0123abc, 2026-11-23T08:00:00Z`.
  static String run(String side, Run run) {
    String revision = String.valueOf(run.gitRevision());
    return side + " " + FULL_HASH.matcher(revision).replaceFirst("$1") + ", " + run.startedAt();
  }

  private static String whyNot(Comparison comparison) {
    if (comparison.options().force() || comparison.fingerprint().comparable()) {
      return comparison.cells().isEmpty()
          ? "the runs have no measurement in common"
          : comparison.cells().getFirst().reason();
    }
    return String.join(
        "; ", comparison.fingerprint().gating().stream().map(Object::toString).toList());
  }
}
