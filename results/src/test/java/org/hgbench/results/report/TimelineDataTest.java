package org.hgbench.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.hgbench.results.FullRun;
import org.hgbench.results.SampleRun;
import org.hgbench.results.chart.ChartSvg;
import org.hgbench.results.chart.Drawing;
import org.junit.jupiter.api.Test;

class TimelineDataTest {
  private static final Drawing TIMELINE = TimelineData.of(FullRun.run(3, 6));

  @Test
  void marksTheForksThatWereDisturbed() {
    assertThat(ChartSvg.file(TIMELINE)).contains(">disturbed while it measured<");
    assertThat(TIMELINE.description()).containsPattern("[1-9]\\d+ disturbed\\.");
  }

  /// Every fork of the sample is somewhat disturbed.
  @Test
  void marksOnlyTheWorstWhereMostForksWereDisturbed() {
    Drawing timeline = TimelineData.of(SampleRun.run(3));

    assertThat(timeline.description()).contains(", 0 disturbed.");
    assertThat(ChartSvg.file(timeline)).doesNotContain(">disturbed while it measured<");
  }

  @Test
  void leavesOutAForkThatWouldBeItsOwnMedian() {
    assertThat(TimelineData.of(FullRun.run(3, 1))).isNull();
  }

  @Test
  void leavesOutOrdinaryForksWhereThereAreThousandsAndSaysSo() {
    assertThat(TIMELINE.caption().note()).containsPattern("1,000 of \\d,\\d+ others are shown");
    assertThat(ChartSvg.file(TIMELINE).getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(800_000);
  }
}
