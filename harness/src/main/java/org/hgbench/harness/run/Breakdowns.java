package org.hgbench.harness.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.HdrHistogram.Histogram;
import org.hgbench.harness.benchmark.StageState;
import org.hgbench.harness.plan.Cell;
import org.hgbench.harness.plan.TraceCell;
import org.hgbench.harness.trace.TracePath;
import org.hgbench.results.io.RunDirectory;
import org.hgbench.results.model.Breakdown;
import org.hgbench.results.model.Measurement;
import org.hgbench.results.model.Percentiles;
import org.hgbench.results.model.Stage;
import org.hgbench.results.statistics.Sample;

/// Makes breakdowns of the forks that stamped the stages of their operations, and of those beside
/// them that did not.
final class Breakdowns {
  /// More operations left out than this share, and the breakdown may be of the wrong ones.
  private static final double FEW = 0.01;

  private final RunDirectory directory;

  Breakdowns(RunDirectory directory) {
    this.directory = directory;
  }

  /// The breakdowns, in the order in which they first ran. Writes the histogram log of each, with
  /// the stage's name as the tag.
  List<Breakdown> of(List<ForkOutcome> outcomes, List<Measurement> measurements)
      throws IOException {
    Map<Cell, List<ForkOutcome>> traced = new LinkedHashMap<>();
    Map<Cell, List<ForkOutcome>> untraced = new LinkedHashMap<>();
    for (ForkOutcome outcome : outcomes) {
      if (outcome.fork().subject() instanceof TraceCell subject) {
        (subject.traced() ? traced : untraced)
            .computeIfAbsent(subject.cell(), key -> new ArrayList<>())
            .add(outcome);
      }
    }
    List<Breakdown> breakdowns = new ArrayList<>();
    for (var entry : traced.entrySet()) {
      Cell cell = entry.getKey();
      // An interrupted run may lack the fork beside.
      if (untraced.containsKey(cell) && count(entry.getValue()) > 0) {
        breakdowns.add(breakdown(cell, entry.getValue(), untraced.get(cell), measurements));
      }
    }
    return breakdowns;
  }

  private Breakdown breakdown(
      Cell cell,
      List<ForkOutcome> traced,
      List<ForkOutcome> untraced,
      List<Measurement> measurements)
      throws IOException {
    TracePath path =
        TracePath.of(cell.workload(), cell.transport(), cell.variant(), cell.waitStrategy())
            .orElseThrow();
    String id = new TraceCell(cell, true).id();
    HistogramLogs.copy(traced, directory.histogram(id));
    double totalNanos = 0;
    for (TracePath.Step step : path.steps()) {
      totalNanos += sum(traced, step);
    }
    List<Stage> stages = new ArrayList<>();
    for (TracePath.Step step : path.steps()) {
      double nanos = sum(traced, step);
      stages.add(
          new Stage(
              step.name(),
              step.side(),
              nanos / totalNanos,
              withMean(merged(traced, step.tag()), nanos / count(traced))));
    }
    // JMH times all operations that share a path together.
    double tracedNanos = perOperation(traced) * paths(traced) / operations(traced);
    double untracedNanos = perOperation(untraced);
    return new Breakdown(
        id,
        path.name(),
        measurements.stream()
            .map(Measurement::id)
            .filter(cell.id()::equals)
            .findFirst()
            .orElse(null),
        cell.workload(),
        cell.transport(),
        cell.variant(),
        cell.boundary().name(),
        cell.boundary().costName(),
        cell.payloadBytes(),
        cell.waitStrategy(),
        cell.placement(),
        stages,
        withMean(merged(traced, StageState.TOTAL), totalNanos / count(traced)),
        noted(traced, "stages.incomplete"),
        tracedNanos,
        untracedNanos,
        tracedNanos / untracedNanos - 1,
        warnings(traced, untraced));
  }

  private static List<String> warnings(List<ForkOutcome> traced, List<ForkOutcome> untraced) {
    List<String> warnings = new ArrayList<>();
    for (List<ForkOutcome> forks : List.of(traced, untraced)) {
      for (ForkOutcome fork : forks) {
        if (!fork.report().checksumOk()) {
          warnings.add(
              "invalid: fork %d delivered wrong bytes: %s"
                  .formatted(fork.fork().number(), fork.report().checksumDetail()));
        }
      }
    }
    long incomplete = noted(traced, "stages.incomplete");
    if (incomplete > FEW * count(traced)) {
      warnings.add(
          "%,d of %,d operations lack a stage and are left out"
              .formatted(incomplete, incomplete + count(traced)));
    }
    return warnings;
  }

  private static Histogram merged(List<ForkOutcome> forks, String tag) throws IOException {
    Histogram sum = new Histogram(3);
    for (ForkOutcome fork : forks) {
      sum.add(HistogramLogs.of(fork, tag));
    }
    return sum;
  }

  /// The exact mean, which adds up, instead of the histogram's.
  private static Percentiles withMean(Histogram histogram, double mean) {
    Percentiles rounded = RunAssembler.percentiles(histogram);
    return new Percentiles(
        rounded.count(),
        mean,
        rounded.p50(),
        rounded.p90(),
        rounded.p99(),
        rounded.p999(),
        rounded.max());
  }

  private static double sum(List<ForkOutcome> forks, TracePath.Step step) {
    return noted(forks, "stage." + step.tag());
  }

  private static long count(List<ForkOutcome> forks) {
    return noted(forks, "stages.count");
  }

  private static double paths(List<ForkOutcome> traced) {
    return count(traced) + noted(traced, "stages.incomplete");
  }

  private static double operations(List<ForkOutcome> traced) {
    return traced.stream().mapToLong(fork -> fork.report().sum("operations")).sum();
  }

  private static long noted(List<ForkOutcome> forks, String name) {
    return forks.stream().mapToLong(fork -> (long) fork.report().noted(name)).sum();
  }

  private static double perOperation(List<ForkOutcome> forks) {
    DoubleStream nanos = forks.stream().mapToDouble(ForkOutcome::nanosPerOperation);
    return Sample.median(nanos.toArray());
  }
}
