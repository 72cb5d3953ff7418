package org.hgbench.harness.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.hgbench.harness.plan.ForkShape;
import org.hgbench.harness.plan.PlannedFork;
import org.hgbench.harness.plan.TimingMode;
import org.hgbench.harness.plan.YardstickCell;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private static final PlannedFork FORK =
      new PlannedFork(
          new YardstickCell("copy", "CopyBenchmark.copy", Map.of(), null, null, null, 0),
          false,
          1,
          new ForkShape(1, 1, 100, TimingMode.AVERAGE));

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  @Test
  void printsPlainLinesWhereThereIsNoTerminal() {
    Progress progress = progress(false);

    progress.finished(FORK, 1_234);
    progress.finished(FORK, 2_000_000);

    assertThat(printed().lines())
        .hasSize(2)
        .first()
        .asString()
        .startsWith("[  1/2] copy")
        .contains("1.23 us")
        .contains("left ");
    assertThat(printed()).doesNotContain("\r").contains("2.00 ms   done");
  }

  @Test
  void updatesOneLineOnATerminal() {
    Progress progress = progress(true);

    progress.finished(FORK, 5);
    progress.finished(FORK, 6);
    progress.end();

    assertThat(printed().lines().filter(line -> !line.isBlank())).hasSize(2);
    assertThat(printed()).startsWith("\r[  1/2]").containsOnlyOnce(System.lineSeparator());
  }

  private Progress progress(boolean terminal) {
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    return new Progress(out, terminal, 2, 2 * FORK.shape().estimateMillis());
  }

  private String printed() {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
