package org.hgbench.harness.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.hgbench.harness.link.Verification;
import org.hgbench.results.model.Disturbance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ForkReportTest {
  static final List<Disturbance> DISTURBANCES =
      List.of(
          new Disturbance("good", 1, 0L, 0, 0, 0, 0, 0, 0, List.of()),
          new Disturbance("poor", 9, 1L, 2, 3, 4, 5, 6, 7, List.of("a = 1: \\ü", "b\tc")),
          new Disturbance("fair", 1L << 40, null, 0, 0, 0, 0, 0, 0, List.of("one")));

  @TempDir Path directory;

  @ParameterizedTest
  @FieldSource("DISTURBANCES")
  void keepsWhatDisturbedTheFork(Disturbance disturbance) throws Exception {
    ForkReport report = new ForkReport();
    report.disturbed(disturbance);

    assertThat(writtenAndRead(report).disturbance()).isEqualTo(disturbance);
  }

  @Test
  void hasNoDisturbanceWhereNobodyWatched() throws Exception {
    ForkReport report = new ForkReport();
    report.disturbed(null);
    report.verified(new Verification(false, "7 sent"));

    ForkReport read = writtenAndRead(report);

    assertThat(read.disturbance()).isNull();
    assertThat(read.checksumOk()).isFalse();
    assertThat(read.checksumDetail()).isEqualTo("7 sent");
  }

  private ForkReport writtenAndRead(ForkReport report) throws Exception {
    Path file = directory.resolve("fork.properties");
    report.write(file);
    return ForkReport.read(file);
  }
}
