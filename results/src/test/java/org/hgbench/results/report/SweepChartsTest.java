package org.hgbench.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.hgbench.results.chart.ChartSvg;
import org.hgbench.results.chart.Drawing;
import org.hgbench.results.model.Measurement;
import org.hgbench.results.model.Run;
import org.hgbench.results.model.Yardstick;
import org.junit.jupiter.api.Test;

class SweepChartsTest {
  @Test
  void drawsTimeAgainstTheTrapCostsThatWereMeasured() {
    List<Drawing> drawings = new SweepCharts(run("none", "virtualbox-2018", "custom")).of("call");

    assertThat(drawings)
        .extracting(Drawing::name)
        .containsExactly("trap-cost-call-16-simulated-irq-cross-core");
    assertThat(ChartSvg.file(drawings.getFirst()))
        .contains(">10 ns<", ">100 ns<", ">1 µs<", "cost of one bare trap");
  }

  @Test
  void drawsNothingOverTwoTrapCosts() {
    assertThat(new SweepCharts(run("none", "custom")).of("call")).isEmpty();
  }

  private static Run run(String... costs) {
    List<Measurement> measurements = new ArrayList<>();
    List<Yardstick> yardsticks = new ArrayList<>();
    double trap = 10;
    for (String cost : costs) {
      yardsticks.add(
          new Yardstick(
              "bare trap", "simulated", cost, null, null, 0, 1, "ns/op", trap, List.of(trap)));
      for (String transport : List.of("hgsmi", "hgcm")) {
        double nanos = transport.equals("hgsmi") ? 100 + trap : 9_000 + 2 * trap;
        measurements.add(
            Measured.of("simulated", cost, "call", 16, transport, "default", true, nanos));
      }
      trap *= 10;
    }
    Run run = Measured.run(measurements.toArray(Measurement[]::new));
    return new Run(
        run.schema(),
        run.startedAt(),
        run.finishedAt(),
        run.command(),
        run.gitRevision(),
        run.profile(),
        false,
        run.environment(),
        yardsticks,
        run.measurements(),
        List.of(),
        List.of());
  }
}
