package org.hgbench.harness.duet;

import java.util.List;
import org.hgbench.harness.plan.BoundaryChoice;
import org.hgbench.harness.plan.Cell;
import org.hgbench.harness.plan.Profile;
import org.hgbench.machine.boundary.TrapCost;

/// Cells for tests, on the simulated boundary, where traps cost nothing.
final class DuetCells {
  private DuetCells() {}

  /// The gating cells of the profile `quick` whose names begin so.
  static List<Cell> of(String beginning) {
    return Profile.named("quick", BoundaryChoice.simulated(TrapCost.NONE), List::of)
        .groups()
        .stream()
        .map(Profile.Group::cell)
        .filter(cell -> cell.gating() && cell.id().startsWith(beginning))
        .toList();
  }
}
