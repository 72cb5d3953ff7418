package org.hgbench.results.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.hgbench.results.model.Measurement;
import org.hgbench.results.model.Run;
import org.hgbench.results.statistics.Sample;

/// How far apart the same build was found from itself on this machine: the A/A history.
///
/// @param effects absolute shifts of logarithms
public record NoiseHistory(Map<Key, List<Double>> effects) {
  /// No history.
  public static final NoiseHistory UNKNOWN = new NoiseHistory(Map.of());

  /// Fewer pairs than this have no 95th percentile to speak of.
  private static final int FEWEST_PAIRS = 3;

  private static final double PERCENTILE = 0.95;

  /// One cell.
  ///
  /// @param id of the measurement
  /// @param metric what was compared
  /// @param tookTurns whether the two runs took turns; noise of runs that followed each other says
  ///   nothing of runs that took turns, and the other way round
  public record Key(String id, Metric metric, boolean tookTurns) {}

  /// Copies the map.
  public NoiseHistory {
    Map<Key, List<Double>> copy = new LinkedHashMap<>();
    effects.forEach((key, list) -> copy.put(key, List.copyOf(list)));
    effects = Map.copyOf(copy);
  }

  /// What stored runs tell of the machine that `subject` ran on: every two runs of the same clean
  /// revision, under the fingerprint of `subject`, are one pair. Both sides of a duet of a build
  /// with itself are such a pair, one that took turns.
  public static NoiseHistory of(List<Run> runs, Run subject) {
    List<Run> usable = runs.stream().filter(run -> usable(run, subject)).toList();
    Map<Key, List<Double>> effects = new LinkedHashMap<>();
    for (int i = 0; i < usable.size(); i++) {
      for (int j = i + 1; j < usable.size(); j++) {
        if (usable.get(i).gitRevision().equals(usable.get(j).gitRevision())) {
          addEffects(effects, usable.get(i), usable.get(j));
        }
      }
    }
    return new NoiseHistory(effects);
  }

  /// 95th percentile of the absolute shifts, empty with too few pairs of this design.
  OptionalDouble floor(String id, Metric metric, boolean tookTurns) {
    List<Double> known = known(id, metric, tookTurns);
    if (known.size() < FEWEST_PAIRS) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(
        Sample.quantile(PERCENTILE, known.stream().mapToDouble(Double::doubleValue).toArray()));
  }

  int pairs(String id, Metric metric, boolean tookTurns) {
    return known(id, metric, tookTurns).size();
  }

  private List<Double> known(String id, Metric metric, boolean tookTurns) {
    return effects.getOrDefault(new Key(id, metric, tookTurns), List.of());
  }

  private static boolean usable(Run run, Run subject) {
    String revision = run.gitRevision();
    boolean clean = revision != null && !revision.endsWith("-dirty") && !revision.equals("unknown");
    return clean && Fingerprint.between(run, subject).comparable();
  }

  private static void addEffects(Map<Key, List<Double>> effects, Run first, Run second) {
    for (Measurement one : first.measurements()) {
      for (Measurement other : second.measurements()) {
        if (CellKey.of(one).equals(CellKey.of(other))) {
          Metric metric = Metric.headline(one);
          Pairing pairing = Pairing.of(one.forks(), other.forks()).where(metric::of);
          if (!pairing.isEmpty()) {
            effects
                .computeIfAbsent(
                    new Key(one.id(), metric, pairing.interleaved()), key -> new ArrayList<>())
                .add(Math.abs(pairing.shift(metric::of).estimate()));
          }
        }
      }
    }
  }
}
