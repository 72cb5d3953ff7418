package org.hgbench.harness.duet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.hgbench.harness.plan.Cell;
import org.junit.jupiter.api.Test;

/// A plan that could find nothing is refused before anything is measured.
class DuetPlanTest {
  private static final List<Integer> LOOKS = List.of(12, 18, 24);
  private static final List<Cell> ONE = DuetCells.of("call-hgsmi");
  private static final List<Cell> EIGHT = DuetCells.of("").subList(0, 8);

  @Test
  void spendsNearlyAllOfAlphaAtTheLastLook() {
    DuetPlan plan = plan(EIGHT, LOOKS, 0.05, null);

    assertThat(plan.looks().blocks()).isEqualTo(LOOKS);
    assertThat(plan.level(0)).isLessThan(plan.level(1)).isLessThan(0.01);
    assertThat(plan.level(2)).isBetween(0.04, 0.05);
  }

  @Test
  void aSingleLookMaySpendAllOfIt() {
    assertThat(plan(ONE, List.of(9), 0.05, null).level(0)).isEqualTo(0.05);
  }

  @Test
  void refusesBlocksThatCannotReachSignificance() {
    assertThatThrownBy(() -> plan(EIGHT, List.of(8), 0.05, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "8 blocks cannot find anything in 8 cells at alpha 0.05: the smallest p is 0.0078, and"
                + " 0.0063 is needed; at least 9 blocks can");
    assertThat(plan(EIGHT, List.of(9), 0.05, null).looks().blocks()).containsExactly(9);
  }

  @Test
  void leavesOutLooksThatTheBudgetDoesNotReach() {
    Duration twentyBlocks = plan(EIGHT, LOOKS, 0.05, null).estimate(20);

    assertThat(plan(EIGHT, LOOKS, 0.05, twentyBlocks).looks().blocks()).containsExactly(12, 18);
  }

  @Test
  void looksEarlierWhenTheBudgetReachesNoLookButCouldFindSomething() {
    Duration tenBlocks = plan(EIGHT, LOOKS, 0.05, null).estimate(10);

    assertThat(plan(EIGHT, LOOKS, 0.05, tenBlocks).looks().blocks()).containsExactly(10);
  }

  @Test
  void refusesABudgetThatCouldFindNothingAndSaysWhichCould() {
    Duration threeBlocks = plan(EIGHT, LOOKS, 0.05, null).estimate(3);

    assertThatThrownBy(() -> plan(EIGHT, LOOKS, 0.05, threeBlocks))
        .hasMessageMatching(
            "a budget of \\d+ s gives 3 blocks in 8 cells, and at least 9 are needed: about \\d+"
                + " s");
  }

  @Test
  void refusesLooksOutOfOrderAndPlansWithoutCells() {
    assertThatThrownBy(() -> plan(ONE, List.of(18, 12), 0.05, null))
        .hasMessage("looks must ascend: 12 is out of order");
    assertThatThrownBy(() -> plan(List.of(), LOOKS, 0.05, null)).hasMessage("no cell to compare");
  }

  private static DuetPlan plan(
      List<Cell> cells, List<Integer> blocks, double alpha, Duration budget) {
    return DuetPlan.of(cells, blocks, DuetShape.DEFAULT, alpha, 1, budget);
  }
}
