package org.hgbench.results.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.NormalDistribution;

/// How small p must be at each planned look, so that looking several times raises no false alarms.
///
/// Alpha is spent as O'Brien and Fleming would: hardly any at early looks, nearly all at the last.
/// The levels follow from the chance that a random walk, watched at these looks, crosses none of
/// the earlier boundaries and then the present one, integrated numerically.
///
/// Origin: K. Lan and D. DeMets, Discrete sequential boundaries for clinical trials, Biometrika 70
/// (1983), 659-663, two-sided.
///
/// @param blocks how many blocks there are at each look
/// @param levels the largest p that stops at each look
public record PlannedLooks(List<Integer> blocks, List<Double> levels) {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /// Intervals of Simpson's rule over the region in which the walk goes on.
  private static final int STEPS = 400;

  private static final int HALVINGS = 60;
  private static final double WIDEST = 10;

  /// Copies the lists.
  public PlannedLooks {
    blocks = List.copyOf(blocks);
    levels = List.copyOf(levels);
  }

  /// Plans looks after these numbers of blocks, ascending, for a chance of `alpha` over all of
  /// them.
  ///
  /// @throws IllegalArgumentException if there is no look, or they are not ascending
  public static PlannedLooks of(double alpha, int... blocks) {
    check(blocks);
    int last = blocks[blocks.length - 1];
    List<Double> levels = new ArrayList<>();
    List<Integer> looks = new ArrayList<>();
    Walk walk = Walk.START;
    double spentBefore = 0;
    for (int look : blocks) {
      double time = (double) look / last;
      double spent = spent(alpha, time);
      double boundary = walk.boundary(time, spent - spentBefore);
      levels.add(2 * NORMAL.survivalProbability(boundary / Math.sqrt(time)));
      looks.add(look);
      walk = walk.until(time, boundary);
      spentBefore = spent;
    }
    return new PlannedLooks(looks, levels);
  }

  /// The share of alpha that may be spent by `time`, where the last look is at 1.
  private static double spent(double alpha, double time) {
    double quantile = NORMAL.inverseSurvivalProbability(alpha / 4);
    return 4 * NORMAL.survivalProbability(quantile / Math.sqrt(time));
  }

  private static void check(int[] blocks) {
    if (blocks.length == 0) {
      throw new IllegalArgumentException("no look is planned");
    }
    for (int i = 0; i < blocks.length; i++) {
      if (blocks[i] <= (i == 0 ? 0 : blocks[i - 1])) {
        throw new IllegalArgumentException("looks must ascend: " + blocks[i] + " is out of order");
      }
    }
  }

  /// Where a random walk may be that has crossed no boundary yet: densities at evenly spaced places
  /// between minus and plus `limit`.
  private record Walk(double time, double limit, double[] density) {
    /// All of it at zero: a limit of nothing, and no density to integrate.
    static final Walk START = new Walk(0, 0, new double[0]);

    /// The boundary that the walk crosses with chance `spend` at `next`, having crossed none
    /// before.
    double boundary(double next, double spend) {
      double low = 0;
      double high = WIDEST;
      for (int i = 0; i < HALVINGS; i++) {
        double middle = (low + high) / 2;
        if (beyond(next, middle) > spend) {
          low = middle;
        } else {
          high = middle;
        }
      }
      return (low + high) / 2;
    }

    Walk until(double next, double boundary) {
      double[] then = new double[STEPS + 1];
      for (int i = 0; i <= STEPS; i++) {
        double place = place(boundary, i);
        double step = Math.sqrt(next - time);
        then[i] = integrate(from -> NORMAL.density((place - from) / step) / step);
      }
      return new Walk(next, boundary, then);
    }

    private double beyond(double next, double boundary) {
      double step = Math.sqrt(next - time);
      return integrate(from ->
          NORMAL.survivalProbability((boundary - from) / step)
              + NORMAL.cumulativeProbability((-boundary - from) / step));
    }

    /// Integrates `f` over the places the walk may be at, by Simpson's rule.
    private double integrate(DoubleUnaryOperator f) {
      if (density.length == 0) {
        return f.applyAsDouble(0);
      }
      double sum = 0;
      for (int i = 0; i <= STEPS; i++) {
        int weight = i == 0 || i == STEPS ? 1 : i % 2 == 1 ? 4 : 2;
        sum += weight * density[i] * f.applyAsDouble(place(limit, i));
      }
      return sum * 2 * limit / STEPS / 3;
    }

    private static double place(double limit, int i) {
      return limit * (2.0 * i / STEPS - 1);
    }
  }
}
