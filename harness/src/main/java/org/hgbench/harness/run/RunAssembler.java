package org.hgbench.harness.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.hgbench.harness.link.Workload;
import org.hgbench.harness.plan.BoundaryChoice;
import org.hgbench.harness.plan.Cell;
import org.hgbench.harness.plan.PlannedFork;
import org.hgbench.harness.plan.YardstickCell;
import org.hgbench.results.io.RunDirectory;
import org.hgbench.results.model.Fork;
import org.hgbench.results.model.Measurement;
import org.hgbench.results.model.OperationCounters;
import org.hgbench.results.model.Percentiles;
import org.hgbench.results.model.Yardstick;

/// Makes measurements and yardsticks of the outcomes of forks.
final class RunAssembler {
  /// A percentile needs at least this many operations beyond it.
  private static final int BEYOND = 10;

  /// A fork whose second half differs from its first by more than this had not settled.
  private static final double SETTLED = 0.10;

  /// Times of single operations gate only above such a floor.
  private static final double LEAST_FLOOR = 1_000;

  /// Allocation above this, in bytes per operation, is more than the observer's own.
  private static final double ALLOCATION_FREE = 1;

  private final RunDirectory directory;
  private final double clockNanos;

  RunAssembler(RunDirectory directory, double clockNanos) {
    this.directory = directory;
    this.clockNanos = clockNanos;
  }

  /// The yardsticks, in the order in which they first ran.
  List<Yardstick> yardsticks(List<ForkOutcome> outcomes) {
    Map<YardstickCell, List<Double>> values = new LinkedHashMap<>();
    for (ForkOutcome outcome : outcomes) {
      if (outcome.fork().subject() instanceof YardstickCell cell) {
        double nanos = outcome.nanosPerOperation();
        values
            .computeIfAbsent(cell, key -> new ArrayList<>())
            .add(cell.payloadBytes() == 0 ? nanos : cell.payloadBytes() / nanos * 1e9);
      }
    }
    return values.entrySet().stream()
        .map(entry -> yardstick(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static Yardstick yardstick(YardstickCell cell, List<Double> perFork) {
    BoundaryChoice boundary = cell.boundary();
    return new Yardstick(
        cell.name(),
        boundary == null ? null : boundary.name(),
        boundary == null ? null : boundary.costName(),
        cell.placement(),
        cell.waitStrategy(),
        cell.payloadBytes(),
        boundary != null && boundary.name().equals("process") ? 2 : 1,
        cell.payloadBytes() == 0 ? "ns/op" : "B/s",
        median(perFork),
        perFork);
  }

  /// The measurements, in the order in which they first ran. Writes their histogram logs.
  List<Measurement> measurements(List<ForkOutcome> outcomes) throws IOException {
    Map<Cell, List<ForkOutcome>> byCell = new LinkedHashMap<>();
    for (ForkOutcome outcome : outcomes) {
      if (outcome.fork().subject() instanceof Cell cell) {
        byCell.computeIfAbsent(cell, key -> new ArrayList<>()).add(outcome);
      }
    }
    List<Measurement> measurements = new ArrayList<>();
    for (var entry : byCell.entrySet()) {
      List<ForkOutcome> timed =
          entry.getValue().stream().filter(outcome -> !outcome.fork().latency()).toList();
      List<ForkOutcome> recorded =
          entry.getValue().stream().filter(outcome -> recordsOperations(outcome.fork())).toList();
      if (!timed.isEmpty()) {
        measurements.add(measurement(entry.getKey(), timed, recorded));
      }
    }
    return measurements;
  }

  private static boolean recordsOperations(PlannedFork fork) {
    return fork.latency() || fork.isSampled();
  }

  private Measurement measurement(Cell cell, List<ForkOutcome> timed, List<ForkOutcome> recorded)
      throws IOException {
    Histogram latencies =
        recorded.isEmpty() ? null : HistogramLogs.merge(recorded, directory.histogram(cell.id()));
    List<Fork> forks = new ArrayList<>();
    for (ForkOutcome outcome : timed) {
      forks.add(fork(outcome, recordedBeside(outcome, recorded)));
    }
    double nanos = median(forks.stream().map(Fork::nanosPerOperation).toList());
    OperationCounters counters = counters(timed);
    boolean sampled = timed.getFirst().fork().isSampled();
    boolean bulk = Workload.of(cell.workload()).isBulk();
    return new Measurement(
        cell.id(),
        cell.workload(),
        cell.transport(),
        cell.variant(),
        cell.boundary().name(),
        cell.boundary().costName(),
        cell.gating() && (!sampled || isSlow(forks)),
        cell.payloadBytes(),
        cell.waitStrategy(),
        cell.placement(),
        cell.guestThreads(),
        "write-back",
        "closed",
        null,
        "ns/op",
        nanos,
        sampled
            ? 1
            : operations(timed)
                / timed.stream().mapToLong(outcome -> outcome.iterations().size()).sum(),
        clockNanos,
        percentile(latencies, 50),
        percentile(latencies, 90),
        percentile(latencies, 99),
        percentile(latencies, 99.9),
        latencies == null ? null : (double) latencies.getMaxValue(),
        cell.guestThreads() * 1e9 / nanos,
        bulk ? cell.guestThreads() * cell.payloadBytes() / nanos * 1e9 : null,
        null,
        counters,
        forks,
        floorMultiple(forks),
        timed.getFirst().report().floorName(),
        entirelyVerified(timed, recorded),
        Disturbances.grade(timed),
        warnings(cell, timed, recorded, counters));
  }

  /// Whether two clock reads are little beside the least that the operation could cost.
  private static boolean isSlow(List<Fork> forks) {
    List<Double> floors = forks.stream().map(Fork::floorNanos).filter(Objects::nonNull).toList();
    return !floors.isEmpty() && median(floors) >= LEAST_FLOOR;
  }

  /// The latencies of the recording fork of the same block; null where there was none.
  private static Histogram recordedBeside(ForkOutcome timed, List<ForkOutcome> recorded)
      throws IOException {
    for (ForkOutcome outcome : recorded) {
      if (outcome.fork().number() == timed.fork().number()) {
        return HistogramLogs.of(outcome);
      }
    }
    return null;
  }

  private static Fork fork(ForkOutcome outcome, Histogram latencies) {
    double floor = outcome.report().floorNanos();
    return new Fork(
        outcome.startedAt(),
        floor > 0 ? floor : null,
        outcome.iterations(),
        outcome.nanosPerOperation(),
        percentile(latencies, 50),
        percentile(latencies, 90),
        percentile(latencies, 99),
        percentile(latencies, 99.9),
        latencies == null ? null : (double) latencies.getMaxValue(),
        outcome.report().sum("operations"),
        outcome.report().disturbance());
  }

  static OperationCounters counters(List<ForkOutcome> timed) {
    return new OperationCounters(
        perOperation(timed, "traps"),
        perOperation(timed, "interrupts"),
        perOperation(timed, "handovers"),
        perOperation(timed, "bytesCopied"),
        sum(timed, "warmBytesAllocated") / (double) Math.max(1, sum(timed, "warmOperations")),
        perOperation(timed, "emtCpuNanos"),
        perOperation(timed, "otherCpuNanos"));
  }

  private static Double perOperation(List<ForkOutcome> timed, String name) {
    return sum(timed, name) / (double) Math.max(1, operations(timed));
  }

  private static long sum(List<ForkOutcome> timed, String name) {
    return timed.stream().mapToLong(outcome -> outcome.report().sum(name)).sum();
  }

  private static long operations(List<ForkOutcome> timed) {
    return sum(timed, "operations");
  }

  /// Everything that a histogram supports.
  static Percentiles percentiles(Histogram times) {
    boolean empty = times.getTotalCount() == 0;
    return new Percentiles(
        times.getTotalCount(),
        empty ? null : times.getMean(),
        percentile(times, 50),
        percentile(times, 90),
        percentile(times, 99),
        percentile(times, 99.9),
        empty ? null : (double) times.getMaxValue());
  }

  static Double percentile(Histogram latencies, double percent) {
    if (latencies == null || latencies.getTotalCount() * (1 - percent / 100) < BEYOND) {
      return null;
    }
    return (double) latencies.getValueAtPercentile(percent);
  }

  static Double floorMultiple(List<Fork> forks) {
    List<Double> multiples =
        forks.stream()
            .filter(fork -> fork.floorNanos() != null)
            .map(fork -> fork.nanosPerOperation() / fork.floorNanos())
            .toList();
    return multiples.isEmpty() ? null : median(multiples);
  }

  private static boolean entirelyVerified(List<ForkOutcome> timed, List<ForkOutcome> recorded) {
    return timed.stream().allMatch(outcome -> outcome.report().checksumOk())
        && recorded.stream().allMatch(outcome -> outcome.report().checksumOk());
  }

  private static List<String> warnings(
      Cell cell, List<ForkOutcome> timed, List<ForkOutcome> recorded, OperationCounters counters) {
    List<String> warnings = new ArrayList<>(Prediction.of(cell).contradictions(counters));
    Stream.concat(timed.stream(), recorded.stream())
        .distinct()
        .filter(outcome -> !outcome.report().checksumOk())
        .forEach(outcome ->
            warnings.add(
                "invalid: fork %d delivered wrong bytes: %s"
                    .formatted(outcome.fork().number(), outcome.report().checksumDetail())));
    warnings.addAll(Disturbances.warnings(timed));
    long unsettled = timed.stream().filter(outcome -> !settled(outcome.iterations())).count();
    if (unsettled * 2 > timed.size()) {
      warnings.add(
          "unsettled: in %d of %d forks the second half differs from the first by more than %.0f %%"
              .formatted(unsettled, timed.size(), 100 * SETTLED));
    }
    if (counters.bytesAllocated() >= ALLOCATION_FREE && !cell.transport().equals("none")) {
      warnings.add(
          "allocates %.1f B per operation in the last iteration, after about %,d operations"
              .formatted(counters.bytesAllocated(), operations(timed) / timed.size()));
    }
    return warnings;
  }

  private static boolean settled(List<Double> iterations) {
    int half = iterations.size() / 2;
    if (half == 0) {
      return true;
    }
    double first = median(iterations.subList(0, half));
    double second = median(iterations.subList(iterations.size() - half, iterations.size()));
    return Math.abs(second / first - 1) <= SETTLED;
  }

  private static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
