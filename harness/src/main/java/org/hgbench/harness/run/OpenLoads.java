package org.hgbench.harness.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.HdrHistogram.Histogram;
import org.hgbench.harness.benchmark.ForkReport;
import org.hgbench.harness.benchmark.OpenLoadState;
import org.hgbench.harness.load.Pace;
import org.hgbench.harness.plan.Cell;
import org.hgbench.harness.plan.Load;
import org.hgbench.harness.plan.OpenCell;
import org.hgbench.results.io.RunDirectory;
import org.hgbench.results.model.Fork;
import org.hgbench.results.model.Measurement;
import org.hgbench.results.model.OpenLoad;
import org.hgbench.results.model.OperationCounters;
import org.hgbench.results.statistics.Sample;

/// Makes measurements of the forks that kept an open load. Their times are response times; a fork
/// that missed its rate or lost a message makes its measurement invalid.
final class OpenLoads {
  private final RunDirectory directory;
  private final double clockNanos;

  OpenLoads(RunDirectory directory, double clockNanos) {
    this.directory = directory;
    this.clockNanos = clockNanos;
  }

  /// The measurements, in the order in which they first ran. Writes their histogram logs, response
  /// and service times apart.
  List<Measurement> measurements(List<ForkOutcome> outcomes) throws IOException {
    List<Measurement> measurements = new ArrayList<>();
    for (var entry : byCell(outcomes).entrySet()) {
      if (isMeasured(entry.getValue())) {
        measurements.add(measurement(entry.getKey(), entry.getValue()));
      }
    }
    return measurements;
  }

  /// What must be said of loads of which there is no measurement, since nothing was due.
  static List<String> leftOut(List<ForkOutcome> outcomes) {
    List<String> leftOut = new ArrayList<>();
    byCell(outcomes)
        .forEach((cell, forks) -> {
          if (!isMeasured(forks)) {
            leftOut.add(
                "%s is left out: no operation was due in the time of a fork; name a higher load"
                    .formatted(cell.id()));
          }
        });
    return leftOut;
  }

  private static boolean isMeasured(List<ForkOutcome> forks) {
    return forks.stream().allMatch(fork -> pace(fork).planned() > 0);
  }

  private static Map<OpenCell, List<ForkOutcome>> byCell(List<ForkOutcome> outcomes) {
    Map<OpenCell, List<ForkOutcome>> byCell = new LinkedHashMap<>();
    for (ForkOutcome outcome : outcomes) {
      if (outcome.fork().subject() instanceof OpenCell cell) {
        byCell.computeIfAbsent(cell, key -> new ArrayList<>()).add(outcome);
      }
    }
    return byCell;
  }

  private Measurement measurement(OpenCell open, List<ForkOutcome> forks) throws IOException {
    Cell cell = open.cell();
    Load load = open.load();
    Histogram response =
        HistogramLogs.merge(forks, OpenLoadState.RESPONSE, directory.histogram(open.id()));
    Path serviceLog = directory.histogram(open.id() + "-service");
    Histogram service = HistogramLogs.merge(forks, OpenLoadState.SERVICE, serviceLog);
    String reason =
        forks.stream().map(OpenLoads::fault).filter(Objects::nonNull).findFirst().orElse(null);
    List<Fork> samples = new ArrayList<>();
    for (ForkOutcome fork : forks) {
      samples.add(fork(fork));
    }
    double nanos = median(forks, "load.responseMean");
    double achieved =
        Sample.median(forks.stream().mapToDouble(fork -> pace(fork).achievedPerSecond()).toArray());
    OperationCounters counters = RunAssembler.counters(forks);
    return new Measurement(
            open.id(),
            cell.workload(),
            cell.transport(),
            cell.variant(),
            cell.boundary().name(),
            cell.boundary().costName(),
            false,
            cell.payloadBytes(),
            cell.waitStrategy(),
            cell.placement(),
            cell.guestThreads(),
            "write-back",
            "open",
            median(forks, "load.ratePerSecond"),
            "ns/op",
            nanos,
            1,
            clockNanos,
            RunAssembler.percentile(response, 50),
            RunAssembler.percentile(response, 90),
            RunAssembler.percentile(response, 99),
            RunAssembler.percentile(response, 99.9),
            (double) response.getMaxValue(),
            achieved,
            null,
            null,
            counters,
            samples,
            RunAssembler.floorMultiple(samples),
            forks.getFirst().report().floorName(),
            forks.stream().allMatch(fork -> fork.report().checksumOk()),
            Disturbances.grade(forks),
            warnings(cell, forks, counters, reason))
        .with(
            new OpenLoad(
                load.arrival().label(),
                load.percent() == 0 ? null : load.percent() / 100.0,
                Sample.median(
                    forks.stream().mapToDouble(fork -> pace(fork).plannedPerSecond()).toArray()),
                achieved,
                RunAssembler.percentiles(response),
                RunAssembler.percentiles(service),
                reason == null,
                reason,
                forks.stream().map(fork -> (long) fork.report().noted("load.seed")).toList()));
  }

  /// Why a fork's times say nothing, null if they do.
  static String fault(ForkOutcome fork) {
    if (!fork.report().checksumOk()) {
      return "fork %d lost or damaged messages: %s"
          .formatted(fork.fork().number(), fork.report().checksumDetail());
    }
    String fault = pace(fork).fault();
    return fault == null ? null : "fork %d %s".formatted(fork.fork().number(), fault);
  }

  private static Pace pace(ForkOutcome fork) {
    ForkReport report = fork.report();
    return new Pace(
        (long) report.noted("load.planned"),
        (long) report.noted("load.done"),
        (long) report.noted("load.plannedNanos"),
        (long) report.noted("load.tookNanos"));
  }

  private static double median(List<ForkOutcome> forks, String name) {
    return Sample.median(forks.stream().mapToDouble(fork -> fork.report().noted(name)).toArray());
  }

  private static Fork fork(ForkOutcome outcome) throws IOException {
    Histogram response = HistogramLogs.of(outcome, OpenLoadState.RESPONSE);
    double floor = outcome.report().floorNanos();
    double mean = outcome.nanosPerOperation();
    return new Fork(
        outcome.startedAt(),
        floor > 0 ? floor : null,
        List.of(mean),
        mean,
        RunAssembler.percentile(response, 50),
        RunAssembler.percentile(response, 90),
        RunAssembler.percentile(response, 99),
        RunAssembler.percentile(response, 99.9),
        (double) response.getMaxValue(),
        outcome.report().sum("operations"),
        outcome.report().disturbance());
  }

  private static List<String> warnings(
      Cell cell, List<ForkOutcome> forks, OperationCounters counters, String reason) {
    List<String> warnings = new ArrayList<>();
    if (reason != null) {
      warnings.add("invalid: " + reason);
    }
    warnings.addAll(Prediction.of(cell).contradictions(counters));
    warnings.addAll(Disturbances.warnings(forks));
    return warnings;
  }
}
