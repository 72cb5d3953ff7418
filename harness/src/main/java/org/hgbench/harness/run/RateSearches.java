package org.hgbench.harness.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.hgbench.harness.benchmark.OpenLoadState;
import org.hgbench.harness.load.Arrival;
import org.hgbench.harness.load.SloSearch;
import org.hgbench.harness.load.SloSearch.Attempt;
import org.hgbench.harness.plan.Cell;
import org.hgbench.harness.plan.Load;
import org.hgbench.harness.plan.OpenCell;
import org.hgbench.harness.plan.PlannedFork;
import org.hgbench.results.model.RateSearch;

/// Searches, for each gating cell that was measured, the highest rate of a Poisson load that keeps
/// the 99th percentile of the response time below a bound.
final class RateSearches {
  private final double boundNanos;
  private final Forks forks;

  /// Runs forks that no plan foresees.
  @FunctionalInterface
  interface Forks {
    /// Runs one to its end; null if the run was told to end.
    ForkOutcome run(PlannedFork fork) throws RunStoppedException, IOException;
  }

  /// A fork that is not to be run any more.
  private static final class InterruptedSearchException extends Exception {
    private static final long serialVersionUID = 1;
  }

  RateSearches(double boundNanos, Forks forks) {
    this.boundNanos = boundNanos;
    this.forks = forks;
  }

  /// Searches; what was not finished when the run was told to end is left out.
  List<RateSearch> search(List<ForkOutcome> outcomes) throws RunStoppedException, IOException {
    List<RateSearch> searches = new ArrayList<>();
    for (PlannedFork fork : firstForks(outcomes)) {
      try {
        searches.add(search((Cell) fork.subject(), fork, outcomes));
      } catch (InterruptedSearchException e) {
        return searches;
      }
    }
    return searches;
  }

  private static List<PlannedFork> firstForks(List<ForkOutcome> outcomes) {
    return outcomes.stream()
        .map(ForkOutcome::fork)
        .filter(fork -> fork.number() == 1 && !fork.latency())
        .filter(fork ->
            fork.subject() instanceof Cell cell
                && cell.gating()
                && !cell.transport().equals("none"))
        .toList();
  }

  private RateSearch search(Cell cell, PlannedFork like, List<ForkOutcome> outcomes)
      throws RunStoppedException, IOException, InterruptedSearchException {
    int[] number = {0};
    SloSearch<Exception> search =
        new SloSearch<>(rate -> {
          OpenCell subject = new OpenCell(cell, new Load(Arrival.POISSON, 0, rate), like.shape());
          return attempt(new PlannedFork(subject, false, ++number[0], like.shape()), rate);
        });
    Double found = found(search, closedPerSecond(cell, outcomes));
    return new RateSearch(
        cell.workload(),
        cell.transport(),
        cell.variant(),
        cell.boundary().name(),
        cell.boundary().costName(),
        cell.payloadBytes(),
        cell.waitStrategy(),
        cell.placement(),
        Arrival.POISSON.label(),
        boundNanos,
        found,
        search.attempts().stream().map(RateSearches::step).toList());
  }

  private static Double found(SloSearch<Exception> search, double closedPerSecond)
      throws RunStoppedException, IOException, InterruptedSearchException {
    try {
      return search.below(closedPerSecond);
    } catch (RunStoppedException | IOException | InterruptedSearchException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private Attempt attempt(PlannedFork fork, double rate)
      throws RunStoppedException, IOException, InterruptedSearchException {
    ForkOutcome outcome = forks.run(fork);
    if (outcome == null) {
      throw new InterruptedSearchException();
    }
    Double p99 = RunAssembler.percentile(HistogramLogs.of(outcome, OpenLoadState.RESPONSE), 99);
    return Attempt.judge(rate, p99, boundNanos, OpenLoads.fault(outcome));
  }

  private static RateSearch.Step step(Attempt attempt) {
    return new RateSearch.Step(
        attempt.perSecond(), attempt.p99(), attempt.fault() == null, attempt.fault());
  }

  /// What the fastest fork of the closed loop reached.
  private static double closedPerSecond(Cell cell, List<ForkOutcome> outcomes) {
    return outcomes.stream()
        .filter(outcome -> outcome.fork().subject().equals(cell) && !outcome.fork().latency())
        .mapToDouble(outcome -> 1e9 / outcome.nanosPerOperation())
        .max()
        .orElseThrow();
  }
}
