package org.hgbench.results.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.hgbench.results.SampleRun;
import org.hgbench.results.compare.Trend;
import org.hgbench.results.io.InvalidRunException;
import org.hgbench.results.io.RunDirectory;
import org.hgbench.results.io.RunHistory;
import org.hgbench.results.io.RunWriter;
import org.hgbench.results.model.Environment;
import org.hgbench.results.model.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryPageTest {
  @TempDir Path temporary;

  @Test
  void saysFromWhichRevisionOnSomethingChanged() {
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      runs.add(run(i, i < 7 ? 1_000 : 1_120));
    }
    List<Trend.Group> groups = Trend.of(runs);

    assertThat(HistoryPage.changes(groups.getFirst()))
        .containsExactly(
            "HGCM, call, 16 B, simulated, no trap cost (modelled): 12 % slower from revision7 on");
    assertThat(HistoryPage.of(groups))
        .contains("12 runs under the same conditions.")
        .contains(">revision0<", "Time per operation: call, 16 B")
        .doesNotContain("https://");
  }

  @Test
  void showsMachinesApartAndSaysSo() {
    Run other = run(3, 2_000);
    List<Run> runs =
        List.of(
            run(0, 1_000), run(1, 1_000), on("Intel Xeon", run(2, 2_000)), on("Intel Xeon", other));

    assertThat(HistoryPage.of(Trend.of(runs)))
        .contains("4 runs under 2 sets of conditions, shown apart")
        .contains("id=\"group-2\"", "Intel Xeon, profile quick", "AMD EPYC 9R14");
  }

  @Test
  void aRunAloneHasNoTrend() {
    assertThat(HistoryPage.of(Trend.of(List.of(run(0, 1_000))))).contains("One run has no trend.");
  }

  @Test
  void readsEveryRunOfADirectoryAndRefusesABrokenOne() throws IOException {
    RunWriter.write(new RunDirectory(temporary.resolve("a")), run(0, 1_000));
    RunWriter.write(new RunDirectory(temporary.resolve("b")), run(1, 1_000));
    Files.createDirectories(temporary.resolve("notes"));

    assertThat(RunHistory.read(temporary)).hasSize(2);

    Path broken = temporary.resolve("b").resolve("run.json");
    Files.writeString(broken, "{");
    assertThatThrownBy(() -> RunHistory.read(temporary))
        .isInstanceOf(InvalidRunException.class)
        .hasMessageStartingWith(broken + ": is truncated");
  }

  @Test
  void findsBothSidesOfEveryDuetThatWasKept() throws IOException {
    RunWriter.write(new RunDirectory(temporary.resolve("a")), run(0, 1_000));
    for (String side : List.of("base", "new")) {
      Path of = Files.createDirectories(temporary.resolve("b").resolve(side));
      RunWriter.write(new RunDirectory(of), run(1, 1_000));
    }

    assertThat(RunHistory.readWithDuets(temporary)).hasSize(3);
    assertThatThrownBy(() -> RunHistory.readWithDuets(temporary.resolve("b").resolve("new")))
        .isInstanceOf(InvalidRunException.class)
        .hasMessageContaining("holds no run directory");
  }

  @Test
  void refusesARunThatDoesNotSayWhenItTookPlace() throws IOException {
    RunDirectory undated = new RunDirectory(temporary.resolve("a"));
    RunWriter.write(undated, run(0, 1_000));
    Files.writeString(
        undated.runJson(),
        SampleRun.unsealed(Files.readString(undated.runJson()))
            .replace("2026-11-01T05:00:00Z", "yesterday"));

    assertThatThrownBy(() -> RunHistory.read(temporary))
        .isInstanceOf(InvalidRunException.class)
        .hasMessage(undated.runJson() + ": startedAt is 'yesterday', which is no time");
  }

  @Test
  void refusesADirectoryWithoutRuns() {
    assertThatThrownBy(() -> RunHistory.read(temporary))
        .isInstanceOf(InvalidRunException.class)
        .hasMessage(temporary + ": holds no run directory");
    assertThatThrownBy(() -> RunHistory.read(temporary.resolve("gone")))
        .hasMessage(temporary.resolve("gone") + ": no such directory");
  }

  private static Run run(int number, double nanos) {
    double[] forks =
        DoubleStream.of(0, 1, 2, 3, 4, 5, 6).map(i -> nanos + i + number % 3).toArray();
    Run run = Measured.run(Measured.forks("call", 16, "hgcm", forks));
    return new Run(
        run.schema(),
        "2026-11-%02dT05:00:00Z".formatted(number + 1),
        run.finishedAt(),
        run.command(),
        "revision" + number,
        run.profile(),
        false,
        run.environment(),
        run.yardsticks(),
        run.measurements(),
        List.of(),
        List.of());
  }

  private static Run on(String cpu, Run run) {
    Environment machine = run.environment();
    return new Run(
        run.schema(),
        run.startedAt(),
        run.finishedAt(),
        run.command(),
        run.gitRevision(),
        run.profile(),
        false,
        new Environment(
            cpu,
            machine.cores(),
            machine.memoryBytes(),
            machine.os(),
            machine.kernel(),
            machine.hypervisor(),
            machine.jdk(),
            machine.jvmFlags(),
            machine.governor(),
            machine.clockSource(),
            machine.clockNanos(),
            machine.clockStepNanos(),
            machine.stealPercent(),
            machine.grade(),
            machine.findings()),
        run.yardsticks(),
        run.measurements(),
        List.of(),
        List.of());
  }
}
