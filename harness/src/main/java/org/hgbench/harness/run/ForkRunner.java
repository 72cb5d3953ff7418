package org.hgbench.harness.run;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.hgbench.harness.JvmFlags;
import org.hgbench.harness.benchmark.ForkReport;
import org.hgbench.harness.benchmark.LatencyState;
import org.hgbench.harness.benchmark.LinkState;
import org.hgbench.harness.benchmark.UserSettings;
import org.hgbench.harness.environment.SteadyClock;
import org.hgbench.harness.plan.ForkShape;
import org.hgbench.harness.plan.PlannedFork;
import org.hgbench.harness.plan.TimingMode;
import org.hgbench.harness.plugin.Culprit;
import org.hgbench.harness.plugin.PluginJars;
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

  /// What ends with this is for people, when a fork has failed.
  private static final String LOG = ".log";

  /// With less room than this on its disk a fork may leave half a file without noticing.
  private static final long LEAST_BYTES = 1 << 20;

  private final Path scratch;
  private final List<String> settings;
  private final ClassArchive archive;

  /// Uses `scratch` for what forks leave behind; what a failed fork printed stays there.
  ///
  /// @param settings what the user set, `key=value` each
  ForkRunner(Path scratch, List<String> settings) {
    this.scratch = scratch;
    this.settings = List.copyOf(settings);
    this.archive = new ClassArchive(scratch, System.getProperty("java.class.path"));
  }

  /// Runs a fork to its end and collects everything that it left.
  ///
  /// @param place of the fork in its plan
  /// @throws ForkFailedException if it ended without a result
  /// @throws IOException if the disk is full
  Journal.Entry run(PlannedFork fork, int place) throws ForkFailedException, IOException {
    String stem = stem(place);
    Path log = scratch.resolve(stem + LOG);
    Path result = scratch.resolve(stem + ".json");
    Path report = scratch.resolve(stem + ".properties");
    Path histogramLog = scratch.resolve(stem + ".hlog");
    String startedAt = SteadyClock.text();
    long start = System.nanoTime();
    Files.createDirectories(scratch);
    requireRoom();
    try {
      new Runner(options(fork, log, result, report, histogramLog).build()).run();
      if (fork.isSampled()) {
        JmhSamples.writeLog(jmh(result), histogramLog);
      }
      requireRoom();
      Files.delete(log);
      Journal.Entry entry =
          new Journal.Entry(
              fork.key(), startedAt, (System.nanoTime() - start) / 1_000_000, files(stem));
      outcome(fork, place, entry);
      return entry;
    } catch (RunnerException | IOException | RuntimeException e) {
      requireRoom();
      String failure =
          "fork %d of %s failed (%s); what it printed is in %s"
              .formatted(fork.number(), fork.subject().label().strip(), e.getMessage(), log);
      throw new ForkFailedException(Culprit.in(log, PluginJars.ofThisProcess()).orElse(failure), e);
    }
  }

  /// What a fork measured, from what it left; files that are gone are laid down again.
  ForkOutcome outcome(PlannedFork fork, int place, Journal.Entry entry) throws IOException {
    Files.createDirectories(scratch);
    String stem = stem(place);
    for (Map.Entry<String, String> kept : entry.files().entrySet()) {
      Path file = scratch.resolve(stem + kept.getKey());
      if (!Files.exists(file)) {
        Files.writeString(file, kept.getValue());
      }
    }
    Path report = scratch.resolve(stem + ".properties");
    ObjectNode jmh = jmh(scratch.resolve(stem + ".json"));
    return new ForkOutcome(
        fork,
        entry.startedAt(),
        jmh,
        iterations(jmh),
        Files.exists(report) ? ForkReport.read(report) : null,
        fork.records() ? scratch.resolve(stem + ".hlog") : null);
  }

  private static ObjectNode jmh(Path result) {
    return (ObjectNode) JSON.readTree(result).get(0);
  }

  private static String stem(int place) {
    return "fork-" + place;
  }

  /// What a fork left, by the end of the file's name.
  private Map<String, String> files(String stem) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (DirectoryStream<Path> left = Files.newDirectoryStream(scratch, stem + ".*")) {
      for (Path file : left) {
        files.put(file.getFileName().toString().substring(stem.length()), Files.readString(file));
      }
    }
    return files;
  }

  private void requireRoom() throws IOException {
    long bytes = Files.getFileStore(scratch).getUsableSpace();
    if (bytes < LEAST_BYTES) {
      throw new FileSystemException(
          scratch.toString(), null, "%d KiB left on the disk".formatted(bytes >> 10));
    }
  }

  private ChainedOptionsBuilder options(
      PlannedFork fork, Path log, Path result, Path report, Path histogramLog) {
    ForkShape shape = fork.shape();
    List<String> jvmArgs = new ArrayList<>(JvmFlags.all());
    jvmArgs.addAll(archive.arguments(fork));
    jvmArgs.add("-D" + LinkState.REPORT_PROPERTY + "=" + report);
    jvmArgs.add("-D" + UserSettings.PROPERTY + "=" + String.join(";", settings));
    jvmArgs.addAll(fork.subject().jvmArguments());
    if (fork.records()) {
      jvmArgs.add("-D" + LatencyState.LOG_PROPERTY + "=" + histogramLog);
    }
    TimeValue iteration = TimeValue.milliseconds(shape.iterationMillis());
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("^" + Pattern.quote(fork.benchmark()) + "$")
            .forks(1)
            .threads(fork.subject().threads())
            .warmupIterations(shape.warmupIterations())
            .warmupTime(iteration)
            .measurementIterations(fork.subject().iterations(shape))
            .measurementTime(iteration)
            .shouldFailOnError(true)
            .jvmArgs(jvmArgs.toArray(String[]::new))
            .output(log.toString())
            .result(result.toString())
            .resultFormat(ResultFormatType.JSON);
    fork.parameters().forEach(options::param);
    fork.mode().ifPresent(mode -> options.mode(mode.jmh()));
    if (fork.mode().equals(Optional.of(TimingMode.THROUGHPUT))) {
      options.timeUnit(TimeUnit.SECONDS);
    }
    return options;
  }

  /// Nanoseconds per operation of each iteration; of a benchmark that times events itself, per
  /// event.
  static List<Double> iterations(ObjectNode jmh) {
    return switch (jmh.get("mode").stringValue()) {
      case "thrpt" -> ofThroughput(jmh);
      case "sample" -> JmhSamples.means(jmh);
      default -> ofAverageTime(jmh);
    };
  }

  /// JMH adds up the operations per second of all threads.
  private static List<Double> ofThroughput(ObjectNode jmh) {
    List<Double> iterations = new ArrayList<>();
    for (JsonNode perSecond : jmh.get("primaryMetric").get("rawData").get(0)) {
      iterations.add(jmh.get("threads").intValue() * 1e9 / perSecond.doubleValue());
    }
    return iterations;
  }

  private static List<Double> ofAverageTime(ObjectNode jmh) {
    JsonNode events = jmh.at("/secondaryMetrics/events/rawData/0");
    JsonNode eventNanos = jmh.at("/secondaryMetrics/eventNanos/rawData/0");
    List<Double> iterations = new ArrayList<>();
    int iteration = 0;
    for (JsonNode nanos : jmh.get("primaryMetric").get("rawData").get(0)) {
      iterations.add(
          events.isMissingNode()
              ? nanos.doubleValue()
              : eventNanos.get(iteration).doubleValue() / events.get(iteration).doubleValue());
      iteration++;
    }
    return iterations;
  }
}
