package org.hgbench.harness.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.hgbench.harness.SuiteProcess;
import org.hgbench.results.io.HistogramLog;
import org.hgbench.results.io.RunDirectory;
import org.hgbench.results.io.RunReader;
import org.hgbench.results.model.Breakdown;
import org.hgbench.results.model.Measurement;
import org.hgbench.results.model.OpenLoad;
import org.hgbench.results.model.Run;
import org.hgbench.results.model.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/// Runs the real suite with an open load and with stamps.
@Timeout(value = 3, unit = TimeUnit.MINUTES)
@Isolated("judges a rate")
class LoadRunTest {
  @TempDir Path temporary;

  @Test
  void recordsOpenLoadsAndBreakdownsApartFromTheOtherFigures() throws Exception {
    Path profile =
        Files.writeString(
            temporary.resolve("tiny.profile"),
            """
            Fork/WarmupIterations = 2
            Fork/Iterations = 2
            Fork/IterationMillis = 40
            Yardsticks/Forks = 0
            Cells/a/Workloads = call
            Cells/a/Transports = hgcm
            Cells/a/Gating = true
            Cells/a/LatencyForks = 1
            Cells/a/Loads = 20% 1000000 1
            """);
    Path directory = temporary.resolve("run");

    String said =
        SuiteProcess.run(
            "run",
            "--boundary",
            "simulated",
            "--trace",
            "--profile",
            profile.toString(),
            "--out",
            directory.toString());
    Run run = RunReader.read(new RunDirectory(directory));

    assertThat(run.measurements())
        .extracting(Measurement::load)
        .containsExactly("closed", "open", "open");
    assertThat(HistogramLog.read(new RunDirectory(directory), run.measurements().getFirst()))
        .as("two iterations of one fork")
        .hasSize(1);
    Measurement measurement = run.measurements().get(1);
    OpenLoad load = measurement.openLoad();
    assertThat(load.response().count()).isEqualTo(load.service().count()).isPositive();
    assertThat(load.response().mean()).isGreaterThanOrEqualTo(load.service().mean());
    assertThat(measurement.ratePerSecond())
        .isCloseTo(load.plannedPerSecond(), within(0.6 * load.plannedPerSecond()));
    assertThat(load.seeds()).containsExactly(1L);
    assertThat(measurement.counters().traps()).isEqualTo(2);
    assertThat(measurement.checksumOk()).isTrue();
    assertThat(
            HistogramLog.read(new RunDirectory(directory).histogram(measurement.id() + "-service")))
        .hasSize(1)
        .allMatch(log -> log.getTotalCount() == load.service().count());
    // No HGCM call with interrupts takes a microsecond.
    OpenLoad beyond = run.measurements().get(2).openLoad();
    assertThat(beyond.valid()).isFalse();
    assertThat(beyond.reason()).startsWith("fork 1 missed its rate");
    assertThat(run.measurements().get(2).warnings()).anyMatch(w -> w.startsWith("invalid: "));

    assertThat(run.warnings())
        .anyMatch(w -> w.contains("-1ps is left out: no operation was due in the time of a fork"));

    assertThat(run.breakdowns()).hasSize(1);
    Breakdown breakdown = run.breakdowns().getFirst();
    assertThat(breakdown.measurement()).isEqualTo(run.measurements().getFirst().id());
    assertThat(breakdown.stages().stream().mapToDouble(Stage::share).sum())
        .isCloseTo(1, within(1e-9));
    assertThat(breakdown.stages().stream().mapToDouble(stage -> stage.nanos().mean()).sum())
        .isCloseTo(breakdown.total().mean(), within(1e-6 * breakdown.total().mean()));
    assertThat(breakdown.stages())
        .allMatch(stage -> stage.nanos().count() == breakdown.total().count());
    assertThat(breakdown.incomplete()).isZero();
    assertThat(said).contains("Where the time goes: HGCM call", "tracing adds", "missed its rate");
    assertThat(Files.readString(directory.resolve("jmh.json")))
        .doesNotContain("StageBenchmark", "OpenLoadBenchmark");
  }
}
