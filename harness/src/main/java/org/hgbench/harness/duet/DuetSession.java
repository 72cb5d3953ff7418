package org.hgbench.harness.duet;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.hgbench.harness.plan.Cell;
import org.hgbench.results.compare.CellComparison;
import org.hgbench.results.compare.CompareOptions;
import org.hgbench.results.compare.Comparison;
import org.hgbench.results.compare.Metric;
import org.hgbench.results.compare.NoiseHistory;
import org.hgbench.results.compare.Verdict;
import org.hgbench.results.model.Run;

/// Plays a duet block by block, and looks at it only when that was planned.
///
/// It stops at a look when every cell has its verdict, or when the next look would be past the
/// budget; the first look is always reached. Which look it was decides how small p must be, so that
/// looking several times raises no false alarms. A cell that one of the builds refuses is played no
/// further and is not comparable; the others go on.
public final class DuetSession {
  private final DuetPlan plan;
  private final Duettist duettist;
  private final DuetRuns runs;
  private final CompareOptions options;
  private final DuetProgress progress;
  private final Duration budget;
  private final List<Run> history;
  private final long start = System.nanoTime();
  private final Map<Cell, List<PairOutcome>> outcomes = new LinkedHashMap<>();
  private final Map<Cell, RefusedException> refused = new LinkedHashMap<>();
  private int blocks;

  /// What a duet found.
  ///
  /// @param comparison at the look where it stopped
  /// @param runs both runs, as they may be written and compared again
  public record Result(Comparison comparison, DuetRuns.Pair runs) {}

  /// A duet of two builds.
  ///
  /// @param forks who plays the pairs
  /// @param options its alpha is replaced by the level of each look, and what it knows of the noise
  ///   by what the history tells
  /// @param history earlier runs, of which those of one build tell how far it lies from itself
  /// @param budget how long it may take, null for as long as it needs
  DuetSession(
      DuetPlan plan,
      Duettist forks,
      DuetRuns runs,
      CompareOptions options,
      DuetProgress progress,
      List<Run> history,
      Duration budget) {
    this.plan = plan;
    this.duettist = forks;
    this.runs = runs;
    this.options = options;
    this.progress = progress;
    this.history = List.copyOf(history);
    this.budget = budget;
    plan.cells().forEach(cell -> outcomes.put(cell, new ArrayList<>()));
  }

  /// A duet of two builds, whose forks leave nothing behind in `scratch`.
  public static Result play(
      DuetPlan plan,
      DuetRuns runs,
      CompareOptions options,
      DuetProgress progress,
      List<Run> history,
      Duration budget,
      Path scratch) {
    ForkPair forks =
        new ForkPair(runs.base(), runs.next(), List.of(), scratch, ForkPair.Patience.DEFAULT);
    return new DuetSession(plan, forks, runs, options, progress, history, budget).run();
  }

  /// Plays until a look decides, or the plan or the budget ends.
  Result run() {
    SplittableRandom random = new SplittableRandom(plan.seed());
    Result result = null;
    for (int i = 0; i < plan.looks().blocks().size(); i++) {
      int look = plan.looks().blocks().get(i);
      if (result != null && !reaches(look)) {
        progress.look("the budget does not reach the look at %d blocks".formatted(look));
        break;
      }
      while (blocks < look) {
        block(look, random);
      }
      result = look(i);
      long open = result.comparison().count(Verdict.UNCLEAR);
      progress.look(
          "look at %d blocks: %s".formatted(look, open == 0 ? "decided" : open + " open"));
      if (open == 0) {
        break;
      }
    }
    return result;
  }

  private void block(int look, SplittableRandom random) {
    List<Cell> order = new ArrayList<>(outcomes.keySet());
    Collections.shuffle(order, new Random(random.nextLong()));
    blocks++;
    for (int i = 0; i < order.size(); i++) {
      Cell cell = order.get(i);
      try {
        outcomes.get(cell).add(duettist.play(cell, blocks, plan.shape(), random));
      } catch (RefusedException e) {
        refuse(cell, e);
      }
      double done = blocks - 1 + (i + 1.0) / order.size();
      progress.block(blocks, look, order.size(), i + 1, left(look, done));
    }
  }

  private void refuse(Cell cell, RefusedException refusal) {
    progress.look(refusal.getMessage() + "; the cell is left out");
    outcomes.remove(cell);
    refused.put(cell, refusal);
    if (outcomes.isEmpty()) {
      throw refusal;
    }
  }

  private Result look(int i) {
    double level = plan.level(i);
    List<String> notes = new ArrayList<>(List.of(design(level)));
    refused.values().forEach(refusal -> notes.add(refusal.getMessage()));
    DuetRuns.Pair pair = runs.of(outcomes, notes);
    CompareOptions here = options.withAlpha(level).knowing(NoiseHistory.of(history, pair.base()));
    Comparison comparison = Comparison.of(pair.base(), pair.next(), here);
    return new Result(comparison.plus(refusals()), pair);
  }

  private List<CellComparison> refusals() {
    List<CellComparison> cells = new ArrayList<>();
    refused.forEach((cell, refusal) ->
        cells.add(
            CellComparison.notComparable(
                cell.id(),
                cell.id(),
                cell.transport(),
                cell.variant(),
                DuetRuns.conditions(cell),
                Metric.NANOS_PER_OPERATION,
                refusal.getMessage())));
    return cells;
  }

  private String design(double level) {
    return ("time-sliced duet, %d slice pairs of %d ms per fork pair, seed %d; look at %d of %s"
            + " blocks, alpha %.2g there")
        .formatted(
            plan.shape().slicePairs(),
            plan.shape().turnMillis(),
            plan.seed(),
            blocks,
            plan.looks().blocks().stream().map(String::valueOf).collect(Collectors.joining(", ")),
            level);
  }

  private boolean reaches(int look) {
    if (budget == null) {
      return true;
    }
    return Duration.ofNanos(System.nanoTime() - start).plus(left(look, blocks)).compareTo(budget)
        <= 0;
  }

  /// At the pace so far.
  private Duration left(int look, double done) {
    return Duration.ofNanos((long) ((System.nanoTime() - start) / done * (look - done)));
  }
}
