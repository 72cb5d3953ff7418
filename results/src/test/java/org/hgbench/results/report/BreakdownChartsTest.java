package org.hgbench.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hgbench.results.SampleLoad;
import org.hgbench.results.chart.ChartSvg;
import org.hgbench.results.chart.Drawing;
import org.hgbench.results.model.Run;
import org.junit.jupiter.api.Test;

class BreakdownChartsTest {
  private static final Run RUN = SampleLoad.run(1);

  @Test
  void givesEveryStageARowWithItsTimeAndShare() {
    List<Drawing> drawings = new BreakdownCharts(RUN).of("notify");

    assertThat(drawings).hasSize(1);
    assertThat(ChartSvg.file(drawings.getFirst()))
        .contains(">HGCM call: 10 µs<", ">trapped, host<", ">4 µs (40 %)<")
        .contains("time since the operation began");
  }

  @Test
  void saysWhatTheStampsCost() {
    assertThat(new BreakdownCharts(RUN).of("notify").getFirst().caption().note())
        .contains("forks with stamps, which add 4.0 % to HGCM");
  }

  @Test
  void drawsNothingForAWorkloadThatWasNotTraced() {
    assertThat(new BreakdownCharts(RUN).of("read")).isEmpty();
  }
}
