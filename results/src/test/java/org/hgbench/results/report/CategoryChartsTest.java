package org.hgbench.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.hgbench.results.FullRun;
import org.hgbench.results.chart.ChartSvg;
import org.hgbench.results.chart.Drawing;
import org.hgbench.results.io.RunDirectory;
import org.hgbench.results.model.Run;
import org.junit.jupiter.api.Test;

class CategoryChartsTest {
  private static final Run RUN = FullRun.run(7, 6);

  @Test
  void drawsEveryPlacementOnOneChart() {
    List<Drawing> drawings = new CategoryCharts(RUN).of("call");

    assertThat(drawings).extracting(Drawing::name).containsExactly("placement-call-16-kvm-irq");
    assertThat(ChartSvg.file(drawings.getFirst()))
        .contains(">same-core<", ">cross-core<", ">unpinned<", ">HGSMI<", ">HGCM<");
  }

  @Test
  void drawsHowOftenTheDoorbellRangBesideTheBatchesOfCalls() {
    Drawing variants = new CategoryCharts(RUN).of("stream").getLast();

    assertThat(variants.name()).isEqualTo("variant-stream-64-kvm-irq-unpinned");
    assertThat(ChartSvg.file(variants))
        .contains("doorbell", ">when-full<", ">every-64<", ">refresh<", ">8-per-call<");
    assertThat(variants.description()).contains("HGSMI, every-8: ");
  }

  @Test
  void drawsNothingWhereThereIsNothingToChooseFrom() {
    Run one = Measured.run(Measured.of("call", 16, "hgsmi", 9), Measured.of("call", 16, "hgcm", 9));

    assertThat(new CategoryCharts(one).of("call")).isEmpty();
  }

  @Test
  void theWholeReportKeepsToTheChartsThatAreWorthIt() {
    RunDirectory without = new RunDirectory(Path.of("no histograms"));
    long charts =
        ReportWriter.workloads(RUN).stream()
            .flatMap(workload -> new ReportCharts(RUN, without).of(workload).stream())
            .count();

    assertThat(RUN.measurements()).hasSizeGreaterThan(390);
    assertThat(charts).isBetween(15L, 60L);
  }
}
