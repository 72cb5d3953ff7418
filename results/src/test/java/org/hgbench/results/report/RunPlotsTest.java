package org.hgbench.results.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.HdrHistogram.Histogram;
import org.hgbench.results.SampleRun;
import org.hgbench.results.io.HistogramLog;
import org.hgbench.results.io.InvalidRunException;
import org.hgbench.results.io.RunDirectory;
import org.hgbench.results.io.RunWriter;
import org.hgbench.results.model.Measurement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunPlotsTest {
  @TempDir Path temporary;

  @Test
  void laysRunsOverEachOtherUnderTheirNames() throws IOException {
    RunDirectory before = withoutTrapCost("before", 1, 1);
    RunDirectory after = withoutTrapCost("after", 2, 1.2);
    Path target = temporary.resolve("charts");

    assertThat(RunPlots.write(List.of(before, after), target)).isEmpty();

    String svg =
        Files.readString(target.resolve("payload-write-simulated-none-irq-cross-core.svg"));
    assertThat(svg).contains(">HGSMI, before<", ">HGSMI, after<", ">HGCM, page-list, after<");
    assertThat(Files.readString(target.resolve("overview.svg")))
        .contains(">before: simulated, no trap cost (modelled)<");
    assertThat(target.resolve("percentiles-call-16-simulated-none-irq-cross-core.png")).exists();
    assertThat(Files.readString(target.resolve("shift-call-16-simulated-none-irq-cross-core.svg")))
        .contains("after against before, percentile by percentile", "95 % of resampled forks.")
        .containsPattern("HGSMI (19|2[01]) %");
  }

  /// One fork says nothing of others, however many iterations it had.
  @Test
  void drawsNoBandAroundASingleFork() throws IOException {
    RunDirectory one = recorded("one", 1);
    RunDirectory several = recorded("several", 5);
    Path target = temporary.resolve("charts");

    RunPlots.write(List.of(one), target.resolve("one"));
    RunPlots.write(List.of(several), target.resolve("several"));
    RunPlots.write(List.of(one, several), target.resolve("both"));
    RunPlots.write(List.of(one, recorded("another", 1)), target.resolve("alone"));

    String percentiles = "percentiles-call-16-simulated-none-irq-cross-core.svg";
    assertThat(Files.readString(target.resolve("one").resolve(percentiles)))
        .contains("No band: there is one fork only.");
    assertThat(Files.readString(target.resolve("several").resolve(percentiles)))
        .contains("Line: median fork. Band: 93.8 % interval for the median fork.");
    assertThat(Files.readString(target.resolve("both").resolve(percentiles)))
        .contains(
            "Band: up to 93.8 % interval for the median fork, none where there is one fork only.");
    String shift = "shift-call-16-simulated-none-irq-cross-core.svg";
    assertThat(Files.readString(target.resolve("alone").resolve(shift)))
        .contains("No band: there is one fork only in a run.");
  }

  @Test
  void oneRunIsDrawnAsInItsReport() throws IOException {
    RunDirectory run = small("run");
    Path target = temporary.resolve("charts");

    assertThat(RunPlots.write(List.of(run), target)).isEmpty();
    assertThat(target.resolve("overview.svg")).exists();
    assertThat(target.resolve("timeline.svg")).exists();
  }

  @Test
  void saysWhereMachinesDiffer() throws IOException {
    RunDirectory here = small("here");
    RunDirectory there = small("there");
    Files.writeString(
        there.runJson(),
        SampleRun.unsealed(Files.readString(there.runJson())).replace("AMD EPYC", "Intel Xeon"));
    Path target = temporary.resolve("charts");

    assertThat(RunPlots.write(List.of(here, there), target))
        .containsExactly("The runs differ in cpu.");
    assertThat(Files.readString(target.resolve("overview.svg")))
        .contains("The runs differ in cpu.");
  }

  @Test
  void writesNothingWhereOneRunIsBroken() throws IOException {
    RunDirectory run = small("run");
    RunDirectory missing = new RunDirectory(temporary.resolve("missing"));
    Path target = temporary.resolve("charts");

    assertThatThrownBy(() -> RunPlots.write(List.of(run, missing), target))
        .isInstanceOf(InvalidRunException.class);
    assertThat(target).doesNotExist();
  }

  /// The calls and writes of the sample.
  private RunDirectory withoutTrapCost(String name, long seed, double slowdown) throws IOException {
    RunDirectory directory =
        SampleRun.write(new RunDirectory(temporary.resolve(name)), seed, slowdown);
    SampleRun.change(
        directory,
        measurements ->
            measurements.removeIf(measurement ->
                !measurement.path("trapCost").asString().equals("none")
                    || !List.of("call", "write")
                        .contains(measurement.path("workload").asString())));
    return directory;
  }

  private RunDirectory small(String name) throws IOException {
    RunDirectory directory = new RunDirectory(temporary.resolve(name));
    RunWriter.write(
        directory,
        Measured.run(Measured.of("call", 16, "hgsmi", 90), Measured.of("call", 16, "hgcm", 900)));
    return directory;
  }

  /// Calls of which each fork recorded single operations in two iterations.
  private RunDirectory recorded(String name, int forks) throws IOException {
    RunDirectory directory = new RunDirectory(temporary.resolve(name));
    Measurement measurement = Measured.of("call", 16, "hgsmi", 90);
    RunWriter.write(directory, Measured.run(measurement));
    List<Histogram> intervals = new ArrayList<>();
    for (int i = 0; i < 2 * forks; i++) {
      Histogram interval = new Histogram(3);
      interval.setTag(Integer.toString(i / 2));
      LongStream.range(0, 1_000).map(value -> 80 + value / 10).forEach(interval::recordValue);
      intervals.add(interval);
    }
    HistogramLog.write(directory.histogram(measurement.id()), intervals);
    return directory;
  }
}
