package org.hgbench.harness.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hgbench.harness.link.Link;
import org.hgbench.harness.link.Operation;
import org.hgbench.harness.link.Verification;
import org.hgbench.harness.link.Workload;
import org.hgbench.harness.plan.BoundaryChoice;
import org.hgbench.harness.plan.Cell;
import org.hgbench.machine.boundary.TrapCost;
import org.hgbench.machine.counter.CounterValues;
import org.hgbench.results.model.OperationCounters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PredictionTest {
  private static final int OPERATIONS = 4000;

  @ParameterizedTest
  @CsvSource({
    "notify, hgsmi, default, 16, irq",
    "call, hgsmi, default, 16, irq",
    "write, hgsmi, default, 4096, irq",
    "read, hgsmi, default, 4099, irq",
    "touch, hgsmi, default, 4096, irq",
    "event, hgsmi, default, 16, irq",
    "event, hgsmi, default, 16, poll",
    "event, hgsmi, port, 16, poll",
    "stream, hgsmi, default, 8, irq",
    "stream, hgsmi, default, 1000, irq",
    "stream, hgsmi, default, 4096, irq",
    "stream, hgsmi, every-16, 64, irq",
    "stream, hgsmi, every-100, 4096, irq",
    "stream, hgsmi, refresh, 64, irq",
    "stream, hgsmi, other-driver, 64, irq",
    "duplex, hgsmi, default, 64, irq",
    "duplex, hgsmi, default, 64, poll",
    "notify, hgcm, default, 16, irq",
    "call, hgcm, default, 16, poll",
    "write, hgcm, default, 4096, irq",
    "write, hgcm, embedded, 4096, irq",
    "read, hgcm, contiguous, 4096, irq",
    "read, hgcm, no-bounce, 4096, poll",
    "touch, hgcm, default, 4096, irq",
    "event, hgcm, default, 16, irq",
    "event, hgcm, default, 16, poll",
    "stream, hgcm, default, 64, irq",
    "stream, hgcm, every-16, 64, irq",
    "duplex, hgcm, default, 64, irq",
    "duplex, hgcm, default, 64, poll"
  })
  void agreesWithWhatIsCounted(
      String workload, String transport, String variant, int bytes, String wait) {
    Cell cell = cell(workload, transport, variant, bytes, wait);
    try (Link link = cell.spec().open()) {
      Operation operation = link.operation(0);
      operation.run(0);
      CounterValues before = link.counters();
      for (long sequence = 1; sequence <= OPERATIONS; sequence++) {
        operation.run(sequence);
      }
      OperationCounters counted = perOperation(link.counters().since(before));

      assertThat(link.verify()).isEqualTo(Verification.OK);
      assertThat(Prediction.of(cell).contradictions(counted)).isEmpty();
    }
  }

  @Test
  void namesEachCountThatDiffers() {
    Cell call = cell("call", "hgcm", "default", 16, "irq");
    Cell duplex = cell("duplex", "hgcm", "default", 64, "irq");

    assertThat(contradictions(call, 2.001, 1, 1, 16))
        .containsExactly(
            "suspect: traps per operation counted 2.001, predicted 2.0",
            "suspect: bytes copied per operation counted 16.0, predicted 0.0");
    assertThat(contradictions(duplex, 7.5, 2.5, 3, 64))
        .containsExactly("suspect: traps per operation counted 7.5, predicted 6.000 to 7.000");
  }

  @Test
  void knowsHowManyRecordsTheRingHolds() {
    Cell small = cell("stream", "hgsmi", "default", 8, "irq");

    assertThat(contradictions(small, 1 / 63.0, 0, 0, 0)).isEmpty();
    assertThat(contradictions(small, 1 / 60.0, 0, 0, 0)).hasSize(1);
    assertThat(contradictions(small, 1 / 66.0, 0, 0, 0)).hasSize(1);
  }

  @Test
  void predictsNothingForTheControl() {
    for (Workload workload : Workload.OWN) {
      Cell control = cell(workload.label(), "none", "default", 64, "irq");

      assertThat(contradictions(control, 0, 0, 0, 0)).isEmpty();
    }
  }

  private static List<String> contradictions(
      Cell cell, double traps, double interrupts, double handovers, double copied) {
    return Prediction.of(cell)
        .contradictions(
            new OperationCounters(traps, interrupts, handovers, copied, null, null, null));
  }

  private static OperationCounters perOperation(CounterValues counted) {
    return new OperationCounters(
        counted.traps() / (double) OPERATIONS,
        counted.interrupts() / (double) OPERATIONS,
        counted.handovers() / (double) OPERATIONS,
        counted.bytesCopied() / (double) OPERATIONS,
        null,
        null,
        null);
  }

  private static Cell cell(
      String workload, String transport, String variant, int bytes, String wait) {
    return new Cell(
        workload,
        transport,
        variant,
        BoundaryChoice.simulated(TrapCost.NONE),
        bytes,
        wait,
        "unpinned",
        1,
        true);
  }
}
