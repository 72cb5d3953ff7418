package org.hgbench.results.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import org.hgbench.results.model.Fork;
import org.hgbench.results.model.Measurement;
import org.hgbench.results.model.Run;

/// Finds what may be set against each other: HGSMI and HGCM, same work, same conditions.
///
/// Variants of the same name belong together; a variant that the other transport does not have is
/// set against the other's main one: `default`, else the first.
public final class Pairs {
  private Pairs() {}

  /// All pairs of a run, by conditions in the order they were measured, then by work.
  public static List<TransportPair> of(Run run, RatioEstimator estimator) {
    List<TransportPair> pairs = new ArrayList<>();
    groups(run)
        .forEach((conditions, measurements) -> {
          List<TransportPair> found = new ArrayList<>();
          for (Measurement hgsmi : of(measurements, "hgsmi")) {
            for (Measurement hgcm : of(measurements, "hgcm")) {
              if (Cell.of(hgsmi).equals(Cell.of(hgcm)) && belong(hgsmi, hgcm, measurements)) {
                found.add(
                    new TransportPair(
                        conditions,
                        Cell.of(hgsmi),
                        hgsmi,
                        hgcm,
                        estimator.estimate(nanos(hgcm), nanos(hgsmi))));
              }
            }
          }
          found.sort(Comparator.comparing(TransportPair::cell));
          pairs.addAll(found);
        });
    return List.copyOf(pairs);
  }

  /// The pairs to judge the transports by: per workload the gating ones, all where none gates.
  public static List<TransportPair> headline(List<TransportPair> pairs) {
    return pairs.stream()
        .filter(pair -> pair.gating() || pairs.stream().noneMatch(other -> gatesFor(pair, other)))
        .toList();
  }

  /// The measurements of a run by their conditions, in the order they were first met.
  public static SequencedMap<Conditions, List<Measurement>> groups(Run run) {
    SequencedMap<Conditions, List<Measurement>> groups = new LinkedHashMap<>();
    for (Measurement measurement : run.measurements()) {
      groups
          .computeIfAbsent(Conditions.of(measurement), conditions -> new ArrayList<>())
          .add(measurement);
    }
    return groups;
  }

  /// Pairs by conditions, order kept.
  public static SequencedMap<Conditions, List<TransportPair>> byConditions(
      List<TransportPair> pairs) {
    SequencedMap<Conditions, List<TransportPair>> groups = new LinkedHashMap<>();
    pairs.forEach(pair ->
        groups.computeIfAbsent(pair.conditions(), conditions -> new ArrayList<>()).add(pair));
    return groups;
  }

  private static boolean gatesFor(TransportPair pair, TransportPair other) {
    return other.gating()
        && other.conditions().equals(pair.conditions())
        && other.cell().workload().equals(pair.cell().workload());
  }

  private static boolean belong(Measurement hgsmi, Measurement hgcm, List<Measurement> all) {
    Cell cell = Cell.of(hgsmi);
    Set<String> ofHgsmi = variants(all, "hgsmi", cell);
    Set<String> ofHgcm = variants(all, "hgcm", cell);
    if (hgsmi.variant().equals(hgcm.variant())) {
      return true;
    }
    boolean hgsmiAlone = !ofHgcm.contains(hgsmi.variant());
    boolean hgcmAlone = !ofHgsmi.contains(hgcm.variant());
    return (hgcmAlone && hgsmi.variant().equals(main(ofHgsmi)))
        || (hgsmiAlone && hgcm.variant().equals(main(ofHgcm)));
  }

  private static Set<String> variants(List<Measurement> all, String transport, Cell cell) {
    Set<String> variants = new LinkedHashSet<>();
    of(all, transport).stream()
        .filter(measurement -> Cell.of(measurement).equals(cell))
        .forEach(measurement -> variants.add(measurement.variant()));
    return variants;
  }

  private static String main(Set<String> variants) {
    return variants.contains("default") ? "default" : variants.iterator().next();
  }

  private static List<Measurement> of(List<Measurement> measurements, String transport) {
    return measurements.stream()
        .filter(measurement -> measurement.transport().equals(transport))
        .toList();
  }

  private static List<Double> nanos(Measurement measurement) {
    return measurement.forks().stream().map(Fork::nanosPerOperation).toList();
  }
}
