package org.hgbench.results.compare;

import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hgbench.results.model.Fork;
import org.hgbench.results.model.Measurement;
import org.hgbench.results.model.Run;
import org.hgbench.results.statistics.ChangePoints;
import org.hgbench.results.statistics.Interval;
import org.hgbench.results.statistics.SignedRank;

/// How one cell went over the runs of one machine, and where it changed its level.
///
/// A gate looks at two revisions and lets small changes pass; many small ones add up, and show
/// here.
///
/// @param id of the measurement in its latest run
/// @param transport `hgsmi`, `hgcm` or `none`
/// @param variant which realisation
/// @param conditions what it was measured under
/// @param metric what is followed
/// @param gating whether it gates in its latest run
/// @param points one per run, oldest first
/// @param changes where the level changed; `at` counts points
public record Trend(
    String id,
    String transport,
    String variant,
    Conditions conditions,
    Metric metric,
    boolean gating,
    List<Point> points,
    List<ChangePoints.ChangePoint> changes) {
  private static final double ALPHA = 0.05;
  private static final long SEED = 1;

  /// One run.
  ///
  /// @param gitRevision what was measured
  /// @param startedAt when
  /// @param nanos Hodges-Lehmann estimate over the forks
  /// @param interval of it, 95 %; with fewer than six forks the range of the forks
  public record Point(String gitRevision, String startedAt, double nanos, Interval interval) {}

  /// The trends of the runs that share a machine and its settings.
  ///
  /// @param latest the newest of them
  /// @param runs how many they are
  /// @param trends one per cell that at least two of them have, in the order of the newest run
  public record Group(Run latest, int runs, List<Trend> trends) {}

  /// Copies the lists.
  public Trend {
    points = List.copyOf(points);
    changes = List.copyOf(changes);
  }

  /// Sorts runs by time and splits them by machine: runs whose fingerprints differ never meet. The
  /// group of the newest run comes first.
  ///
  /// @throws IllegalArgumentException if a run does not say when it started
  public static List<Group> of(List<Run> runs) {
    List<Run> newestFirst =
        runs.stream().sorted(Comparator.comparing(Trend::started).reversed()).toList();
    List<List<Run>> machines = new ArrayList<>();
    for (Run run : newestFirst) {
      machines.stream()
          .filter(machine -> Fingerprint.between(machine.getFirst(), run).comparable())
          .findFirst()
          .orElseGet(() -> {
            List<Run> machine = new ArrayList<>();
            machines.add(machine);
            return machine;
          })
          .add(run);
    }
    return machines.stream().map(Trend::group).toList();
  }

  private static Group group(List<Run> newestFirst) {
    Map<CellKey, List<Point>> points = new LinkedHashMap<>();
    Map<CellKey, Measurement> latest = new LinkedHashMap<>();
    for (Run run : newestFirst) {
      for (Measurement measurement : run.measurements()) {
        CellKey key = CellKey.of(measurement);
        latest.putIfAbsent(key, measurement);
        point(run, measurement, Metric.headline(measurement))
            .forEach(point -> points.computeIfAbsent(key, any -> new ArrayList<>()).add(point));
      }
    }
    List<Trend> trends = new ArrayList<>();
    points.forEach((key, found) -> {
      if (found.size() > 1) {
        trends.add(trend(latest.get(key), found.reversed()));
      }
    });
    return new Group(newestFirst.getFirst(), newestFirst.size(), List.copyOf(trends));
  }

  private static Trend trend(Measurement latest, List<Point> points) {
    double[] levels = points.stream().mapToDouble(Point::nanos).map(Math::log).toArray();
    return new Trend(
        latest.id(),
        latest.transport(),
        latest.variant(),
        Conditions.of(latest),
        Metric.headline(latest),
        latest.gating(),
        points,
        ChangePoints.of(levels, ALPHA, SEED));
  }

  /// One point, or none where no fork is usable.
  private static List<Point> point(Run run, Measurement measurement, Metric metric) {
    double[] logarithms =
        measurement.forks().stream()
            .mapToDouble((Fork fork) -> Math.log(metric.of(fork)))
            .filter(Double::isFinite)
            .toArray();
    if (logarithms.length == 0 || !measurement.checksumOk()) {
      return List.of();
    }
    double nanos = Math.exp(SignedRank.of(logarithms).estimate());
    return List.of(
        new Point(run.gitRevision(), run.startedAt(), nanos, interval(logarithms).exp()));
  }

  private static Interval interval(double[] logarithms) {
    return SignedRank.smallestP(logarithms.length) > ALPHA
        ? new Interval(
            Arrays.stream(logarithms).min().orElseThrow(),
            Arrays.stream(logarithms).max().orElseThrow())
        : SignedRank.of(logarithms).interval(ALPHA);
  }

  private static ZonedDateTime started(Run run) {
    try {
      return ZonedDateTime.parse(String.valueOf(run.startedAt()));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "a run started at '" + run.startedAt() + "', which is no time", e);
    }
  }
}
