package org.hgbench.results.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hgbench.results.SampleRun;
import org.hgbench.results.SampleSweep;
import org.hgbench.results.io.InvalidRunException;
import org.hgbench.results.io.RunDirectory;
import org.hgbench.results.io.RunWriter;
import org.hgbench.results.model.Claim;
import org.hgbench.results.model.Run;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportWriterTest {
  @TempDir Path temporary;

  /// A whole run takes seconds to draw, so the tests that only read its report share one.
  @TempDir static Path shared;

  private static RunDirectory whole;

  @BeforeAll
  static void writeAWholeReport() throws IOException {
    whole = SampleRun.write(new RunDirectory(shared), 42);
    ReportWriter.write(whole);
  }

  @Test
  void makesEveryPartOfARunDirectory() throws IOException {
    RunDirectory directory = whole;

    assertThat(directory.chart("overview", "svg")).isNotEmptyFile();
    assertThat(directory.chart("overview", "png")).isNotEmptyFile();
    assertThat(directory.charts())
        .isDirectoryContaining("glob:**/percentiles-call-16-simulated-none-irq-cross-core.svg")
        .isDirectoryContaining("glob:**/payload-write-simulated-virtualbox-2018-*-dark.png")
        .isDirectoryContaining("glob:**/bandwidth-read-simulated-none-irq-cross-core.png");
    assertThat(Files.readString(directory.summary()))
        .contains("**HGSMI is ", "## Claims", "| C2 |", "holds (modelled)", "## Figures");
  }

  @Test
  void theReportIsOneFileThatAsksTheNetworkForNothing() throws IOException {
    String html = Files.readString(whole.report());

    assertThat(html).contains("default-src 'none'");
    assertThat(
            html.replace("http://www.w3.org/2000/svg", "")
                .replace("http://www.w3.org/1999/xlink", ""))
        .doesNotContain("http://", "https://", "src=", "@import", "<link");
    assertThat(html)
        .contains("id=\"answer\"", "id=\"claims\"", "id=\"work-write\"", "id=\"machine\"")
        .contains("hgbench.jar run --profile quick --out &#39;my runs&#39;")
        .contains("href=\"#warning-1\"", "id=\"warning-1\"")
        .contains("single operations were not recorded");
    assertThat(html.indexOf("id=\"answer\"")).isLessThan(html.indexOf("id=\"work-notify\""));
  }

  @Test
  void textFromTheRunCannotBecomeMarkup() throws IOException {
    Run sample = SampleRun.run(3);
    String evil = "<img src=x onerror=alert(1)>\"'|`";
    Run run =
        new Run(
            sample.schema(),
            sample.startedAt(),
            sample.finishedAt(),
            List.of(evil),
            evil,
            evil,
            false,
            sample.environment(),
            sample.yardsticks(),
            sample.measurements(),
            List.of(new Claim("C9", evil, "holds", false, evil, List.of())),
            List.of(evil));
    RunDirectory directory = new RunDirectory(temporary);
    RunWriter.write(directory, run);
    ReportWriter.write(directory);

    assertThat(Files.readString(directory.report())).doesNotContain("<img");
    assertThat(Files.readString(directory.summary())).doesNotContainPattern("(?<!\\\\)<img");
  }

  @Test
  void aSweepSaysInWordsWhatTheCostOfATrapDecides() throws IOException {
    SampleSweep sweep = new SampleSweep();
    for (double trap : new double[] {10, 1_000, 5_000}) {
      sweep.both(trap, 1_000 + 3 * trap, 5_000 + trap);
    }
    RunDirectory directory = new RunDirectory(temporary);
    RunWriter.write(directory, sweep.run());
    ReportWriter.write(directory);

    String sentence = "They break even where a trap costs 2 µs.";
    assertThat(Files.readString(directory.report()))
        .contains("What the cost of a trap decides", sentence);
    assertThat(Files.readString(directory.summary()))
        .contains("## What the cost of a trap decides", sentence);
    assertThat(Files.readString(whole.summary())).doesNotContain("cost of a trap decides");
  }

  @Test
  void worksWithoutHistogramsAndForOneForkEach() throws IOException {
    RunDirectory directory = new RunDirectory(temporary);
    RunWriter.write(
        directory,
        Measured.run(
            Measured.forks("call", 16, "hgsmi", 120), Measured.forks("call", 16, "hgcm", 9_000)));
    ReportWriter.write(directory);

    assertThat(Files.readString(directory.report()))
        .contains("id=\"overview-title\"")
        .contains(
            "<p class=\"common\">Measured with irq, cross-core, one guest thread, closed load.")
        .contains("one fork has no interval")
        .doesNotContain("120 to 120 ns");
    assertThat(directory.charts())
        .isDirectoryNotContaining("glob:**/percentiles*")
        .isDirectoryContaining("glob:**/overview.svg");
  }

  @Test
  void aReportOfAnInterruptedRunSaysSo() throws IOException {
    RunDirectory directory = new RunDirectory(temporary);
    RunWriter.write(directory, Measured.run(true));
    ReportWriter.write(directory);

    assertThat(Files.readString(directory.report())).contains("This run was interrupted");
    assertThat(Files.readString(directory.summary())).contains("This run was interrupted");
  }

  @Test
  void touchesNothingWhereAHistogramLogIsDamaged() throws IOException {
    RunDirectory directory = SampleRun.write(new RunDirectory(temporary), 42);
    Path damaged = directory.histogram("call-16-hgcm-simulated-none");
    Files.writeString(damaged, Files.readString(damaged).replaceAll("HISTF.{40}", "HISTF"));

    assertThatThrownBy(() -> ReportWriter.write(directory))
        .isInstanceOf(InvalidRunException.class)
        .hasMessageStartingWith(damaged + ": is damaged");
    assertThat(directory.report()).doesNotExist();
    assertThat(directory.charts()).doesNotExist();
  }
}
