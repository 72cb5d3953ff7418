package org.hgbench.harness.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.hgbench.harness.plan.BoundaryChoice;
import org.hgbench.harness.plan.Cell;
import org.hgbench.machine.boundary.TrapCost;
import org.hgbench.results.model.OperationCounters;
import org.junit.jupiter.api.Test;

class PredictionTest {
  @Test
  void agreesWithWhatTheProtocolsPredict() {
    assertThat(contradictions("notify", "hgsmi", "irq", 1, 0, 0, 0)).isEmpty();
    assertThat(contradictions("call", "hgcm", "irq", 2, 1, 1, 0)).isEmpty();
    assertThat(contradictions("call", "hgcm", "poll", 1, 0, 1, 0)).isEmpty();
    assertThat(contradictions("write", "hgcm", "irq", 2, 1, 1, 4096)).isEmpty();
    assertThat(contradictions("write", "hgsmi", "irq", 1, 0, 0, 0)).isEmpty();
  }

  @Test
  void namesEachCountThatDiffers() {
    assertThat(contradictions("call", "hgcm", "irq", 2.001, 1, 1, 16))
        .containsExactly(
            "suspect: traps per operation counted 2.001, predicted 2.0",
            "suspect: bytes copied per operation counted 16.0, predicted 0.0");
  }

  private static java.util.List<String> contradictions(
      String workload,
      String transport,
      String wait,
      double traps,
      double interrupts,
      double handovers,
      double copied) {
    Cell cell =
        new Cell(
            workload,
            transport,
            "default",
            BoundaryChoice.simulated(TrapCost.NONE),
            4096,
            wait,
            "unpinned",
            1,
            true);
    return Prediction.of(cell)
        .contradictions(
            new OperationCounters(traps, interrupts, handovers, copied, null, null, null));
  }
}
