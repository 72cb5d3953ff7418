package org.hgbench.results.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;
import org.hgbench.results.compare.TransportComparison;
import org.hgbench.results.compare.TransportRatio;
import org.hgbench.results.model.Measurement;
import org.hgbench.results.model.Run;

/// Finds what may be set against each other: HGSMI and HGCM, same work, same conditions.
///
/// An open load that was named as a share of the closed loop's rate is another one for each
/// transport, and one that was not kept up says nothing: neither is set against the other's.
///
/// Variants of the same name belong together; a variant that the other transport does not have is
/// set against the other's main one: `default`, else the first.
public final class Pairs {
  private static final int MOST_ROWS = 24;

  private Pairs() {}

  /// All pairs of a run, by conditions in the order they were measured, then by work.
  public static List<TransportPair> of(Run run) {
    Map<String, Measurement> byId = new HashMap<>();
    run.measurements().forEach(measurement -> byId.put(measurement.id(), measurement));
    List<Setting> order = List.copyOf(groups(run).keySet());
    return TransportComparison.of(run).stream()
        .map(ratio -> pair(byId.get(ratio.hgsmiId()), byId.get(ratio.hgcmId()), ratio))
        .filter(pair -> isSameLoad(pair.hgsmi(), pair.hgcm()))
        .filter(pair -> belong(pair.hgsmi(), pair.hgcm(), run.measurements()))
        .sorted(
            Comparator.<TransportPair>comparingInt(pair -> order.indexOf(pair.conditions()))
                .thenComparing(TransportPair::cell))
        .toList();
  }

  private static TransportPair pair(Measurement hgsmi, Measurement hgcm, TransportRatio ratio) {
    return new TransportPair(Setting.of(hgsmi), Cell.of(hgsmi), hgsmi, hgcm, ratio);
  }

  /// The pairs to judge the transports by: per workload the gating ones, all where none gates.
  public static List<TransportPair> headline(List<TransportPair> pairs) {
    return pairs.stream()
        .filter(pair -> pair.gating() || pairs.stream().noneMatch(other -> gatesFor(pair, other)))
        .toList();
  }

  /// The headline pairs for one picture: those that do not gate only while there is room for them.
  static List<TransportPair> picture(List<TransportPair> pairs) {
    List<TransportPair> headline = headline(pairs);
    List<TransportPair> gating = headline.stream().filter(TransportPair::gating).toList();
    return headline.size() <= MOST_ROWS || gating.isEmpty() ? headline : gating;
  }

  /// Whether a cell is worth charts of its own: comparisons judge it under some conditions, or no
  /// cell of its workload.
  static boolean charted(Run run, Cell cell) {
    List<Measurement> gating =
        run.measurements().stream()
            .filter(Measurement::gating)
            .filter(measurement -> measurement.workload().equals(cell.workload()))
            .toList();
    return gating.isEmpty()
        || gating.stream().anyMatch(measurement -> Cell.of(measurement).equals(cell));
  }

  /// The measurements of a run by their conditions, in the order they were first met.
  public static SequencedMap<Setting, List<Measurement>> groups(Run run) {
    SequencedMap<Setting, List<Measurement>> groups = new LinkedHashMap<>();
    for (Measurement measurement : run.measurements()) {
      groups
          .computeIfAbsent(Setting.of(measurement), conditions -> new ArrayList<>())
          .add(measurement);
    }
    return groups;
  }

  /// The conditions worth charts of their own for one workload: those that comparisons judge, or
  /// all where it was not measured under such. The tables hold everything.
  static SequencedMap<Setting, List<Measurement>> charted(Run run, String workload) {
    SequencedMap<Setting, List<Measurement>> judged = new LinkedHashMap<>();
    SequencedMap<Setting, List<Measurement>> all = new LinkedHashMap<>();
    groups(run)
        .forEach((conditions, measurements) -> {
          List<Measurement> mine =
              measurements.stream()
                  .filter(measurement -> measurement.workload().equals(workload))
                  .toList();
          if (!mine.isEmpty()) {
            all.put(conditions, mine);
            if (measurements.stream().anyMatch(Measurement::gating)) {
              judged.put(conditions, mine);
            }
          }
        });
    return judged.isEmpty() ? all : judged;
  }

  /// Pairs by conditions, order kept.
  public static SequencedMap<Setting, List<TransportPair>> byConditions(List<TransportPair> pairs) {
    SequencedMap<Setting, List<TransportPair>> groups = new LinkedHashMap<>();
    pairs.forEach(pair ->
        groups.computeIfAbsent(pair.conditions(), conditions -> new ArrayList<>()).add(pair));
    return groups;
  }

  private static boolean gatesFor(TransportPair pair, TransportPair other) {
    return other.gating()
        && other.conditions().equals(pair.conditions())
        && other.cell().workload().equals(pair.cell().workload());
  }

  private static boolean isSameLoad(Measurement hgsmi, Measurement hgcm) {
    return Stream.of(hgsmi, hgcm)
        .map(Measurement::openLoad)
        .allMatch(load -> load == null || (load.valid() && load.percent() == null));
  }

  private static boolean belong(Measurement hgsmi, Measurement hgcm, List<Measurement> all) {
    Set<String> ofHgsmi = variants(all, "hgsmi", hgsmi);
    Set<String> ofHgcm = variants(all, "hgcm", hgsmi);
    if (hgsmi.variant().equals(hgcm.variant())) {
      return true;
    }
    boolean hgsmiAlone = !ofHgcm.contains(hgsmi.variant());
    boolean hgcmAlone = !ofHgsmi.contains(hgcm.variant());
    return (hgcmAlone && hgsmi.variant().equals(main(ofHgsmi)))
        || (hgsmiAlone && hgcm.variant().equals(main(ofHgcm)));
  }

  // The ways in which a transport did the same work as `like` under the same conditions.
  private static Set<String> variants(List<Measurement> all, String transport, Measurement like) {
    Set<String> variants = new LinkedHashSet<>();
    for (Measurement measurement : all) {
      if (measurement.transport().equals(transport)
          && Cell.of(measurement).equals(Cell.of(like))
          && Setting.of(measurement).equals(Setting.of(like))) {
        variants.add(measurement.variant());
      }
    }
    return variants;
  }

  private static String main(Set<String> variants) {
    return variants.contains("default") ? "default" : variants.iterator().next();
  }
}
