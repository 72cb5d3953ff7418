package org.hgbench.harness.duet;

import java.util.SplittableRandom;
import org.hgbench.harness.plan.Cell;

/// Whoever can give one pair of forks on one cell.
@FunctionalInterface
interface Duettist {
  /// Plays block number `block` (from 1); every choice comes from `random`.
  ///
  /// @throws DuetException if a fork dies, hangs or speaks nonsense
  /// @throws NotComparableException if a fork cannot do the cell
  PairOutcome play(Cell cell, int block, DuetShape shape, SplittableRandom random);
}
