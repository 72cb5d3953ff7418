package org.hgbench.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hgbench.results.model.Run;
import org.hgbench.results.model.Yardstick;
import org.junit.jupiter.api.Test;

class RecordingCostTest {
  @Test
  void saysWhatRecordingCostsAndWhetherThatIsLittle() {
    assertThat(RecordingCost.sentence(run(12.3)))
        .hasValue(
            "Recording a single operation costs 12.3 ns beyond two clock reads (48 ns); the bound"
                + " is 30 ns.");
    assertThat(RecordingCost.sentence(run(31)).orElseThrow())
        .endsWith(
            "31 ns beyond two clock reads (48 ns); the bound is 30 ns, which was"
                + " missed here.");
  }

  @Test
  void saysNothingOfWhatWasNotMeasured() {
    assertThat(RecordingCost.sentence(Measured.run())).isEmpty();
  }

  @Test
  void standsInTheSummary() {
    Run run = run(12.3);

    assertThat(SummaryMarkdown.of(run, Pairs.of(run)))
        .contains("Recording a single operation costs 12.3 ns beyond two clock reads");
  }

  private static Run run(double beyond) {
    Run run =
        Measured.run(Measured.of("call", 16, "hgsmi", 10), Measured.of("call", 16, "hgcm", 30));
    return new Run(
        run.schema(),
        run.startedAt(),
        run.finishedAt(),
        run.command(),
        run.gitRevision(),
        run.profile(),
        run.interrupted(),
        run.environment(),
        List.of(yardstick(RecordingCost.CLOCK, 48), yardstick(RecordingCost.BEYOND, beyond)),
        run.measurements(),
        run.claims(),
        run.warnings());
  }

  private static Yardstick yardstick(String name, double nanos) {
    return new Yardstick(name, null, null, null, null, 0, 1, "ns/op", nanos, List.of(nanos));
  }
}
