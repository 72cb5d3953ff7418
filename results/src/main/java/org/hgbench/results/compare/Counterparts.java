package org.hgbench.results.compare;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.hgbench.results.model.Measurement;
import org.hgbench.results.model.Run;

/// Which measurement of one run answers the same question as which of the other.
///
/// @param evidence cells that both runs have, in the order of the base run
/// @param baseOnly measurements without a counterpart in the new run, with the reason
/// @param newOnly measurements without a counterpart in the base run
record Counterparts(
    List<Evidence> evidence, Map<Measurement, String> baseOnly, List<Measurement> newOnly) {

  /// Matches two runs. With `force` a measurement that differs only in boundary, placement or
  /// another condition takes the place of a missing counterpart.
  static Counterparts of(Run base, Run next, boolean force) {
    Map<CellKey, Deque<Measurement>> waiting = new HashMap<>();
    for (Measurement measurement : next.measurements()) {
      waiting.computeIfAbsent(CellKey.of(measurement), key -> new ArrayDeque<>()).add(measurement);
    }
    List<Match> matches = new ArrayList<>();
    Map<Measurement, String> baseOnly = new LinkedHashMap<>();
    List<Measurement> missing = new ArrayList<>();
    Set<Measurement> matched = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Measurement measurement : base.measurements()) {
      Deque<Measurement> others = waiting.get(CellKey.of(measurement));
      if (others == null || others.isEmpty()) {
        missing.add(measurement);
      } else {
        matched.add(others.getFirst());
        matches.add(new Match(measurement, others.removeFirst(), List.of()));
      }
    }
    List<Measurement> open = new ArrayList<>(next.measurements());
    open.removeIf(matched::contains);
    for (Measurement measurement : missing) {
      List<Measurement> near =
          open.stream().filter(other -> Labels.nearlyEqual(measurement, other)).toList();
      if (force && near.size() == 1) {
        open.remove(near.getFirst());
        matches.add(
            new Match(
                measurement, near.getFirst(), Labels.differences(measurement, near.getFirst())));
      } else {
        baseOnly.put(measurement, reason(measurement, near));
      }
    }
    // On as many processors as there are: a full run has thousands of exact tests.
    List<Evidence> evidence = matches.parallelStream().flatMap(Match::evidence).toList();
    return new Counterparts(evidence, baseOnly, open);
  }

  private record Match(Measurement base, Measurement next, List<String> forced) {
    Stream<Evidence> evidence() {
      Metric headline = Metric.headline(base);
      Pairing forks = Pairing.of(base.forks(), next.forks());
      Stream<Evidence> tails =
          Stream.of(Metric.P50, Metric.P99, Metric.P999)
              .filter(tail -> tail != headline)
              .map(tail -> Evidence.of(base, next, tail, forks, forced))
              .filter(tail -> !tail.pairing().isEmpty());
      return Stream.concat(Stream.of(Evidence.of(base, next, headline, forks, forced)), tails);
    }
  }

  private static String reason(Measurement measurement, List<Measurement> near) {
    return near.size() == 1
        ? "different " + String.join(", ", Labels.differences(measurement, near.getFirst()))
        : "only the base run has it";
  }
}
