package org.hgbench.harness.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.hgbench.harness.SuiteProcess;
import org.hgbench.results.io.HistogramLog;
import org.hgbench.results.io.RunDirectory;
import org.hgbench.results.io.RunReader;
import org.hgbench.results.model.Measurement;
import org.hgbench.results.model.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Runs the real suite in JMH's modes beside the average time.
@Timeout(value = 3, unit = TimeUnit.MINUTES)
@Execution(ExecutionMode.CONCURRENT)
class TimingModeRunTest {
  @TempDir Path temporary;

  @Test
  void makesTheTimeOfAnOperationOfOperationsPerSecond() throws Exception {
    Run run = run("Cells/a/GuestThreads = 2", "--mode", "thrpt");
    JsonNode jmh = jmh();
    double perSecond = jmh.get("primaryMetric").get("rawData").get(0).get(0).doubleValue();

    assertThat(run.mode()).isEqualTo("thrpt");
    assertThat(run.warnings()).anyMatch(warning -> warning.startsWith("mode thrpt: "));
    assertThat(jmh.get("mode").stringValue()).isEqualTo("thrpt");
    assertThat(jmh.get("primaryMetric").get("scoreUnit").stringValue()).isEqualTo("ops/s");
    Measurement measurement = run.measurements().getFirst();
    assertThat(measurement.unit()).isEqualTo("ns/op");
    assertThat(measurement.forks().getFirst().iterations().getFirst())
        .isCloseTo(2 * 1e9 / perSecond, within(1e-6 * 1e9));
    assertThat(measurement.opsPerSecond())
        .isCloseTo(2 * 1e9 / measurement.nanosPerOperation(), within(1.0));
    assertThat(measurement.p50()).isNull();
  }

  @Test
  void recordsTheOperationsThatJmhPicks() throws Exception {
    Run run = run("Fork/Mode = sample");
    JsonNode metric = jmh().get("primaryMetric");

    assertThat(run.mode()).isEqualTo("sample");
    assertThat(run.warnings()).anyMatch(warning -> warning.startsWith("mode sample: "));
    assertThat(metric.get("scoreUnit").stringValue()).isEqualTo("ns/op");
    Measurement measurement = run.measurements().getFirst();
    assertThat(measurement.gating()).as("its floor is far below 1 us").isFalse();
    assertThat(measurement.batch()).isEqualTo(1);
    assertThat(measurement.forks()).hasSize(1);
    double median = metric.get("scorePercentiles").get("50.0").doubleValue();
    assertThat(measurement.p50()).isCloseTo(median, within(0.01 * median + 1));
    double mean = metric.get("score").doubleValue();
    assertThat(measurement.nanosPerOperation()).isCloseTo(mean, within(1e-6 * mean));
    long sampled = 0;
    for (JsonNode pair : metric.get("rawDataHistogram").get(0).get(0)) {
      sampled += pair.get(1).longValue();
    }
    assertThat(
            HistogramLog.read(
                    new RunDirectory(temporary.resolve("run")).histogram(measurement.id()))
                .getFirst()
                .getTotalCount())
        .isEqualTo(sampled)
        .isLessThan(measurement.forks().getFirst().operations());
  }

  private Run run(String line, String... options) throws Exception {
    Path profile =
        Files.writeString(
            temporary.resolve("tiny.profile"),
            """
            Fork/WarmupIterations = 2
            Fork/Iterations = 1
            Fork/IterationMillis = 40
            Yardsticks/Forks = 0
            Cells/a/Workloads = notify
            Cells/a/Transports = hgsmi
            Cells/a/Gating = true
            Cells/a/LatencyForks = %d
            %s
            """
                .formatted(options.length == 0 ? 1 : 0, line));
    Path directory = temporary.resolve("run");
    SuiteProcess.run(
        Stream.concat(
                Stream.of(
                    "run",
                    "--boundary",
                    "simulated",
                    "--profile",
                    profile.toString(),
                    "--out",
                    directory.toString()),
                Stream.of(options))
            .toArray(String[]::new));
    return RunReader.read(new RunDirectory(directory));
  }

  private JsonNode jmh() {
    return new JsonMapper().readTree(temporary.resolve("run").resolve("jmh.json")).get(0);
  }
}
