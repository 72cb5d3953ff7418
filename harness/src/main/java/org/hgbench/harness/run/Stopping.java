package org.hgbench.harness.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hgbench.harness.plan.Cell;
import org.hgbench.harness.plan.PlannedFork;
import org.hgbench.results.statistics.Interval;
import org.hgbench.results.statistics.SignedRank;

/// Decides, block by block, which forks need not run.
///
/// **Precision.** A gating pair of transports has run often enough when the interval of its ratio
/// is narrow enough. Only the width is looked at, never on which side of *none* the interval lies:
/// a rule that stopped at the first significant look would find differences where there are none. A
/// width alone tells next to nothing about where the middle lies; the test of this class simulates
/// how often an interval that stopped this way misses, and the looks begin only after eight blocks.
///
/// **Budget.** When the time is spent, every fork but the first of its cell is left out. Time knows
/// nothing of ratios either.
///
/// Both forks of a pair in a block run, or neither. Decisions follow from what was measured before
/// the block alone, so that a resumed run decides alike.
final class Stopping {
  /// With fewer blocks the interval says little, and its width less.
  static final int FIRST_LOOK = 8;

  private static final double ALPHA = 0.05;

  private final StopRules rules;
  private final Map<String, Boolean> decided = new HashMap<>();
  private final Map<String, String> notes = new LinkedHashMap<>();

  Stopping(StopRules rules) {
    this.rules = rules;
  }

  /// Whether this fork need not run.
  ///
  /// @param before what was measured so far
  /// @param spentMillis how long that took
  boolean leavesOut(PlannedFork fork, List<ForkOutcome> before, long spentMillis) {
    if (!(fork.subject() instanceof Cell cell) || fork.number() == 1) {
      return false;
    }
    String block = "%s %s %d".formatted(cell.pair(), fork.latency(), fork.number());
    return decided.computeIfAbsent(
        block,
        key ->
            isSpent(spentMillis)
                || !fork.latency() && cell.gating() && isKnown(cell, fork.number(), before));
  }

  /// What was left out and why, a sentence each.
  List<String> notes() {
    return List.copyOf(notes.values());
  }

  private boolean isSpent(long spentMillis) {
    if (rules.budget() == null || spentMillis < rules.budget().toMillis()) {
      return false;
    }
    notes.put(
        "budget",
        "stopped early: the budget of %s was spent; cells have fewer forks than planned"
            .formatted(Progress.clock(rules.budget())));
    return true;
  }

  private boolean isKnown(Cell cell, int block, List<ForkOutcome> before) {
    if (rules.precision() == null) {
      return false;
    }
    double[] shifts = shifts(cell.pair(), block, before);
    if (!isNarrow(shifts, rules.precision())) {
      return false;
    }
    notes.putIfAbsent(
        cell.pair(),
        "stopped early: %s after %d blocks, when the ratio was known to %.1f %%"
            .formatted(cell.pair(), shifts.length, 100 * rules.precision()));
    return true;
  }

  /// Whether the interval of these log-ratios reaches no further than `precision` from its middle.
  static boolean isNarrow(double[] shifts, double precision) {
    if (shifts.length < FIRST_LOOK) {
      return false;
    }
    Interval interval = SignedRank.of(shifts).interval(ALPHA);
    return Math.expm1((interval.high() - interval.low()) / 2) <= precision;
  }

  /// The logarithms of the ratio of both transports, per block below `block` in which both ran.
  private static double[] shifts(String pair, int block, List<ForkOutcome> before) {
    Map<Integer, List<Double>> logs = new HashMap<>();
    for (ForkOutcome outcome : before) {
      PlannedFork fork = outcome.fork();
      if (fork.subject() instanceof Cell cell
          && !fork.latency()
          && fork.number() < block
          && cell.gating()
          && cell.pair().equals(pair)) {
        double log = Math.log(outcome.nanosPerOperation());
        logs.computeIfAbsent(fork.number(), key -> new ArrayList<>())
            .add(cell.transport().equals("hgcm") ? -log : log);
      }
    }
    return logs.values().stream()
        .filter(both -> both.size() == 2)
        .mapToDouble(both -> both.get(0) + both.get(1))
        .toArray();
  }
}
