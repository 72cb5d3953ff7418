package org.hgbench.results.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.hgbench.results.SampleRun;
import org.hgbench.results.model.Fork;
import org.hgbench.results.model.Measurement;
import org.hgbench.results.model.OperationCounters;
import org.hgbench.results.model.Run;
import org.hgbench.results.model.Yardstick;
import org.junit.jupiter.api.Test;

class TrapCostSweepTest {
  private final List<Measurement> measurements = new ArrayList<>();
  private final List<Yardstick> yardsticks = new ArrayList<>();

  @Test
  void saysWhatTheCostOfATrapDecides() {
    for (double trap : new double[] {10, 1_000, 5_000, 25_000}) {
      both(trap, 500 + trap, 60_000 + 3 * trap);
    }
    yardsticks.add(bareTrap("kvm", null, 10_000));

    assertThat(TrapCostSweep.sentences(run()))
        .containsExactly(
            "call, 16 B (modelled): HGCM takes 118× as long as HGSMI where a trap costs 10 ns, and"
                + " 5.29× where it costs 25 µs. They break even nowhere in between.",
            "call, 16 B (modelled): HGCM's traps and interrupts outweigh its hand-over and software"
                + " where a trap costs more than 20 µs.",
            "call, 16 B: a trap of this machine's boundary kvm costs 10 µs; at that cost the model"
                + " says 8.57×.");
  }

  @Test
  void namesTheCostAtWhichTheyBreakEven() {
    for (double trap : new double[] {10, 1_000, 5_000}) {
      both(trap, 1_000 + 3 * trap, 5_000 + trap);
    }

    assertThat(TrapCostSweep.sentences(run()).getFirst())
        .endsWith("They break even where a trap costs 2 µs.");
  }

  @Test
  void isSilentOverTwoCosts() {
    both(10, 500, 60_000);
    both(1_000, 1_500, 63_000);

    assertThat(TrapCostSweep.sentences(run())).isEmpty();
  }

  private void both(double trap, double hgsmi, double hgcm) {
    String cost = "custom-" + (int) trap;
    yardsticks.add(bareTrap("simulated", cost, trap));
    measurements.add(measurement("hgsmi", cost, hgsmi));
    measurements.add(measurement("hgcm", cost, hgcm));
  }

  private static Yardstick bareTrap(String boundary, String cost, double nanos) {
    return new Yardstick(
        "bare trap", boundary, cost, null, null, 0, 1, "ns/op", nanos, List.of(nanos));
  }

  private Run run() {
    Run sample = SampleRun.run(1);
    return new Run(
        Run.SCHEMA,
        sample.startedAt(),
        sample.finishedAt(),
        List.of(),
        null,
        "sweep",
        false,
        sample.environment(),
        yardsticks,
        measurements,
        List.of(),
        List.of());
  }

  private static Measurement measurement(String transport, String cost, double nanos) {
    return new Measurement(
        transport + cost,
        "call",
        transport,
        "default",
        "simulated",
        cost,
        true,
        16,
        "irq",
        "unpinned",
        1,
        "write-back",
        "closed",
        null,
        "ns/op",
        nanos,
        1,
        null,
        null,
        null,
        null,
        null,
        null,
        1e9 / nanos,
        null,
        null,
        new OperationCounters(1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0),
        List.of(new Fork(null, null, List.of(), nanos, null, null, null, null, null, 1)),
        null,
        "bare trap",
        true,
        null,
        List.of());
  }
}
