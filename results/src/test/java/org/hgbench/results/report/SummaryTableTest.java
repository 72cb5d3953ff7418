package org.hgbench.results.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hgbench.results.SampleRun;
import org.junit.jupiter.api.Test;

class SummaryTableTest {
  private static final String TEXT = SummaryTable.text(SampleRun.run(1));

  @Test
  void alignsTheColumnsAndFitsATerminal() {
    List<String> rows =
        TEXT.lines()
            .filter(line -> line.startsWith("  write") || line.startsWith("  read"))
            .toList();

    assertThat(rows).hasSize(32);
    assertThat(rows).allMatch(row -> row.length() <= 110);
    assertThat(rows.stream().map(row -> row.indexOf(" to ")).distinct()).hasSizeLessThan(4);
  }

  @Test
  void printsEveryFigureAsAMultipleOfItsFloorToo() {
    assertThat(TEXT)
        .contains("× floor")
        .containsPattern("call, 16 B +\\d+ ns +[0-9.]+ +[0-9.]+ µs");
  }

  @Test
  void marksAFigureWithItsWarning() {
    assertThat(TEXT).containsPattern("call, 16 B .* µs !1 ");
    assertThat(TEXT).contains("!1 call, 16 B on HGCM, simulated, no trap cost (modelled): 2 of 10");
  }

  @Test
  void hasADashWhereTheControlWasNotMeasured() {
    assertThat(TEXT.lines().filter(line -> line.startsWith("  call")).toList().getLast())
        .endsWith("–");
  }
}
