package org.hgbench.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.hgbench.results.chart.ChartSvg;
import org.hgbench.results.chart.Drawing;
import org.hgbench.results.model.Measurement;
import org.hgbench.results.model.OpenLoad;
import org.hgbench.results.model.Percentiles;
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

  @Test
  void drawsResponseAndServiceAgainstTheLoadAndLeavesOutWhatMissedItsRate() {
    Run run =
        Measured.run(
            loaded(10_000, 60_000, true), loaded(20_000, 90_000, true), loaded(30_000, 9, false));

    Drawing chart = new SweepCharts(run).of("call").getFirst();

    assertThat(chart.name()).isEqualTo("load-call-16-simulated-none-irq-cross-core-open-poisson");
    assertThat(chart.caption().note()).contains("1 of 3 loads missed their rate");
    assertThat(ChartSvg.file(chart))
        .contains(">HGCM, response<", ">HGCM, service<", ">10 k/s<", ">20 k/s<")
        .doesNotContain(">30 k/s<");
  }

  private static Measurement loaded(double rate, double response, boolean valid) {
    Percentiles queued =
        new Percentiles(9_000, response, response, response, response, null, response);
    Percentiles served = new Percentiles(9_000, 4e4, 4e4, 4e4, 5e4, null, 6e4);
    OpenLoad open =
        new OpenLoad(
            "poisson",
            null,
            rate,
            rate,
            queued,
            served,
            valid,
            valid ? null : "missed",
            List.of(1L));
    return Measured.of("call", 16, "hgcm", 900).with(open);
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
