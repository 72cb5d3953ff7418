package org.hgbench.harness.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.hgbench.harness.JvmFlags;
import org.hgbench.harness.benchmark.ForkReport;
import org.hgbench.harness.benchmark.LatencyState;
import org.hgbench.harness.benchmark.LinkState;
import org.hgbench.harness.plan.ForkShape;
import org.hgbench.harness.plan.PlannedFork;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Runs one fork as a JMH run of its own, so that the order of forks is ours.
final class ForkRunner {
  private static final JsonMapper JSON = new JsonMapper();

  private final Path scratch;
  private int count;

  /// Uses `scratch` for what forks leave behind; what a failed fork printed stays there.
  ForkRunner(Path scratch) {
    this.scratch = scratch;
  }

  /// Runs a fork to its end.
  ///
  /// @throws ForkFailedException if it ended without a result
  ForkOutcome run(PlannedFork fork) throws ForkFailedException {
    String stem = "fork-" + ++count;
    Path log = scratch.resolve(stem + ".log");
    Path result = scratch.resolve(stem + ".json");
    Path report = scratch.resolve(stem + ".properties");
    Path histogramLog = scratch.resolve(stem + ".hlog");
    String startedAt = OffsetDateTime.now().truncatedTo(ChronoUnit.MILLIS).toString();
    try {
      Files.createDirectories(scratch);
      new Runner(options(fork, log, result, report, histogramLog).build()).run();
      ObjectNode jmh = (ObjectNode) JSON.readTree(result).get(0);
      ForkOutcome outcome =
          new ForkOutcome(
              fork,
              startedAt,
              jmh,
              iterations(jmh),
              Files.exists(report) ? ForkReport.read(report) : null,
              fork.latency() ? histogramLog : null);
      Files.delete(log);
      return outcome;
    } catch (RunnerException | IOException | RuntimeException e) {
      throw new ForkFailedException(
          "fork %d of %s failed (%s); what it printed is in %s"
              .formatted(fork.number(), fork.subject().label().strip(), e.getMessage(), log),
          e);
    }
  }

  private static ChainedOptionsBuilder options(
      PlannedFork fork, Path log, Path result, Path report, Path histogramLog) {
    ForkShape shape = fork.shape();
    List<String> jvmArgs = new ArrayList<>(JvmFlags.all());
    jvmArgs.add("-D" + LinkState.REPORT_PROPERTY + "=" + report);
    if (fork.latency()) {
      jvmArgs.add("-D" + LatencyState.LOG_PROPERTY + "=" + histogramLog);
    }
    TimeValue iteration = TimeValue.milliseconds(shape.iterationMillis());
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("^" + Pattern.quote(fork.benchmark()) + "$")
            .forks(1)
            .warmupIterations(shape.warmupIterations())
            .warmupTime(iteration)
            .measurementIterations(shape.iterations())
            .measurementTime(iteration)
            .shouldFailOnError(true)
            .jvmArgs(jvmArgs.toArray(String[]::new))
            .output(log.toString())
            .result(result.toString())
            .resultFormat(ResultFormatType.JSON);
    fork.subject().parameters().forEach(options::param);
    return options;
  }

  private static List<Double> iterations(ObjectNode jmh) {
    List<Double> iterations = new ArrayList<>();
    for (JsonNode nanos : jmh.get("primaryMetric").get("rawData").get(0)) {
      iterations.add(nanos.doubleValue());
    }
    return iterations;
  }
}
