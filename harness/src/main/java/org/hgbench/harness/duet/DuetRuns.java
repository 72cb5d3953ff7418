package org.hgbench.harness.duet;

import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.hgbench.harness.environment.SteadyClock;
import org.hgbench.harness.plan.Cell;
import org.hgbench.results.compare.Conditions;
import org.hgbench.results.model.Environment;
import org.hgbench.results.model.Fork;
import org.hgbench.results.model.Measurement;
import org.hgbench.results.model.OperationCounters;
import org.hgbench.results.model.Run;
import org.hgbench.results.statistics.Sample;

/// Writes what a duet measured as two runs, so that whatever reads runs can judge and explain it.
///
/// A fork's time per operation is its share of the pair's summary ([PairOutcome#baseNanos]), so
/// that the difference of two paired forks is exactly the median over their slice pairs; its
/// iterations are its slices as they were measured.
///
/// @param base the build to compare with
/// @param next the build in question
/// @param command the command line that repeats it
/// @param profile where the cells come from
/// @param environment reads the machine
/// @param startedAt when the duet began
public record DuetRuns(
    AgentBuild base,
    AgentBuild next,
    List<String> command,
    String profile,
    Supplier<Environment> environment,
    OffsetDateTime startedAt) {
  private static final OperationCounters NOT_COUNTED =
      new OperationCounters(null, null, null, null, null, null, null);

  /// Two runs of one duet.
  ///
  /// @param base of the build to compare with
  /// @param next of the build in question
  public record Pair(Run base, Run next) {}

  /// Copies the list.
  public DuetRuns {
    command = List.copyOf(command);
  }

  Pair of(Map<Cell, List<PairOutcome>> outcomes, List<String> notes) {
    Environment machine = environment.get();
    return new Pair(run(true, machine, outcomes, notes), run(false, machine, outcomes, notes));
  }

  private Run run(
      boolean ofBase,
      Environment machine,
      Map<Cell, List<PairOutcome>> outcomes,
      List<String> notes) {
    AgentBuild build = ofBase ? base : next;
    List<Measurement> measurements = new ArrayList<>();
    outcomes.forEach((cell, pairs) -> measurements.add(measurement(ofBase, machine, cell, pairs)));
    return new Run(
        Run.SCHEMA,
        startedAt.truncatedTo(ChronoUnit.MILLIS).toString(),
        SteadyClock.text(),
        command,
        build.revision(),
        profile,
        false,
        withFlags(machine, build.flags()),
        List.of(),
        measurements,
        List.of(),
        notes);
  }

  private static Measurement measurement(
      boolean ofBase, Environment machine, Cell cell, List<PairOutcome> pairs) {
    List<Fork> forks = pairs.stream().map(pair -> fork(ofBase, pair)).toList();
    double nanos = Sample.median(forks.stream().mapToDouble(Fork::nanosPerOperation).toArray());
    long operations = forks.stream().mapToLong(Fork::operations).sum();
    long slices = forks.stream().mapToLong(fork -> fork.iterations().size()).sum();
    boolean bulk = cell.workload().equals("write") || cell.workload().equals("read");
    return new Measurement(
        cell.id(),
        cell.workload(),
        cell.transport(),
        cell.variant(),
        cell.boundary().name(),
        cell.boundary().costName(),
        true,
        cell.payloadBytes(),
        cell.waitStrategy(),
        cell.placement(),
        cell.guestThreads(),
        "write-back",
        "closed",
        null,
        "ns/op",
        nanos,
        Math.max(1, operations / slices),
        machine.clockNanos(),
        null,
        null,
        null,
        null,
        null,
        1e9 / nanos,
        bulk ? cell.payloadBytes() / nanos * 1e9 : null,
        null,
        NOT_COUNTED,
        forks,
        null,
        null,
        pairs.stream().allMatch(PairOutcome::verified),
        null,
        pairs.stream().allMatch(PairOutcome::parked)
            ? List.of()
            : List.of("this operating system does not tell whether a turn was really over"));
  }

  private static Fork fork(boolean ofBase, PairOutcome pair) {
    OffsetDateTime started = ofBase ? pair.baseStartedAt() : pair.nextStartedAt();
    return new Fork(
        started.truncatedTo(ChronoUnit.MICROS).toString(),
        null,
        pair.slices().stream().map(slice -> ofBase ? slice.base() : slice.next()).toList(),
        ofBase ? pair.baseNanos() : pair.nextNanos(),
        null,
        null,
        null,
        null,
        null,
        ofBase ? pair.baseOperations() : pair.nextOperations());
  }

  /// What a cell was measured under, or would have been.
  static Conditions conditions(Cell cell) {
    return new Conditions(
        cell.workload(),
        cell.boundary().name(),
        cell.boundary().costName(),
        cell.payloadBytes(),
        cell.waitStrategy(),
        cell.placement(),
        cell.guestThreads(),
        "closed",
        null,
        null);
  }

  private static Environment withFlags(Environment machine, List<String> flags) {
    return new Environment(
        machine.cpu(),
        machine.cores(),
        machine.memoryBytes(),
        machine.os(),
        machine.kernel(),
        machine.hypervisor(),
        machine.jdk(),
        flags,
        machine.governor(),
        machine.clockSource(),
        machine.clockNanos(),
        machine.clockStepNanos(),
        machine.stealPercent(),
        machine.grade(),
        machine.findings());
  }
}
