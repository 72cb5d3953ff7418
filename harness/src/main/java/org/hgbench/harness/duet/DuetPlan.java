package org.hgbench.harness.duet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import org.hgbench.harness.plan.Cell;
import org.hgbench.results.statistics.PlannedLooks;
import org.hgbench.results.statistics.SampleSize;
import org.hgbench.results.statistics.SignedRank;

/// What a duet will do: blocks of one fork pair per cell, looked at only when planned.
///
/// @param cells what is compared; all of them gate
/// @param looks after how many blocks to look, and how small p must then be
/// @param shape how each pair of forks is measured
/// @param seed of every random order
public record DuetPlan(List<Cell> cells, PlannedLooks looks, DuetShape shape, long seed) {
  /// Copies the list.
  public DuetPlan {
    cells = List.copyOf(cells);
  }

  /// Plans as many of the looks as fit into the budget.
  ///
  /// @param blocks after how many blocks to look, ascending
  /// @param budget how long it may take, null for as long as it needs
  /// @throws IllegalArgumentException if the last look could not find anything; the sentence says
  ///   how many blocks could
  public static DuetPlan of(
      List<Cell> cells,
      List<Integer> blocks,
      DuetShape shape,
      double alpha,
      long seed,
      Duration budget) {
    if (cells.isEmpty()) {
      throw new IllegalArgumentException("no cell to compare");
    }
    List<Integer> fitting = budget == null ? blocks : fitting(cells, blocks, shape, alpha, budget);
    PlannedLooks looks =
        PlannedLooks.of(alpha, fitting.stream().mapToInt(Integer::intValue).toArray());
    double share = rounded(looks.levels().getLast()) / cells.size();
    int last = looks.blocks().getLast();
    if (SignedRank.smallestP(last) > share) {
      throw new IllegalArgumentException(
          ("%d blocks cannot find anything in %d cells at alpha %s: the smallest p is %.2g, and"
                  + " %.2g is needed; at least %d blocks can")
              .formatted(
                  last,
                  cells.size(),
                  alpha,
                  SignedRank.smallestP(last),
                  share,
                  SampleSize.pairsToReach(share)));
    }
    return new DuetPlan(cells, looks, shape, seed);
  }

  private static List<Integer> fitting(
      List<Cell> cells, List<Integer> blocks, DuetShape shape, double alpha, Duration budget) {
    long millisPerBlock = cells.size() * shape.estimateMillis();
    long most = budget.toMillis() / millisPerBlock;
    List<Integer> fitting = blocks.stream().filter(look -> look <= most).toList();
    if (!fitting.isEmpty()) {
      return fitting;
    }
    int needed = SampleSize.pairsToReach(alpha / cells.size());
    if (most < needed) {
      throw new IllegalArgumentException(
          "a budget of %d s gives %d blocks in %d cells, and at least %d are needed: about %d s"
              .formatted(
                  budget.toSeconds(),
                  most,
                  cells.size(),
                  needed,
                  Math.ceilDiv(needed * millisPerBlock, 1000)));
    }
    return List.of((int) most);
  }

  /// How small p must be at look number `i`, to three digits, never more than planned.
  double level(int i) {
    return rounded(looks.levels().get(i));
  }

  private static double rounded(double level) {
    // What the numerical integration missed by is no reason to print seventeen digits.
    return new BigDecimal(level * (1 + 1e-12))
        .round(new MathContext(3, RoundingMode.DOWN))
        .doubleValue();
  }

  /// About how long the plan takes up to this many blocks.
  public Duration estimate(int blocks) {
    return Duration.ofMillis(blocks * cells.size() * shape.estimateMillis());
  }
}
