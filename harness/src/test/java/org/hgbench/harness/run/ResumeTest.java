package org.hgbench.harness.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.hgbench.harness.SuiteProcess;
import org.hgbench.results.io.RunDirectory;
import org.hgbench.results.io.RunReader;
import org.hgbench.results.model.Fork;
import org.hgbench.results.model.Run;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Starts the real suite with a tiny profile, stops it in the middle, and goes on.
@Timeout(value = 5, unit = TimeUnit.MINUTES)
@Execution(ExecutionMode.CONCURRENT)
class ResumeTest {
  private static final int FORKS = 4;
  private static final int ROUNDS = Boolean.getBoolean("hgbench.long") ? 12 : 1;

  @TempDir Path temporary;
  private Path profile;
  private Path run;

  @BeforeEach
  void writeAProfile() throws IOException {
    run = temporary.resolve("run");
    profile =
        Files.writeString(
            temporary.resolve("tiny.profile"),
            """
            Fork/WarmupIterations = 1
            Fork/Iterations = 2
            Fork/IterationMillis = 20
            Yardsticks/Forks = 0
            Cells/a/Workloads = call
            Cells/a/Forks = 1
            Cells/a/LatencyForks = 1
            """);
  }

  @Test
  void neverRunsAMeasuredForkAgainWhateverStopsIt() throws Exception {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      run = temporary.resolve("run" + round);
      Process killed = begin();
      awaitForks(killed, 1);
      killed.waitFor(random.nextInt(600), TimeUnit.MILLISECONDS);
      killed.destroyForcibly().waitFor();
      List<String> first = journalled();
      assertThat(first).as("seed %d", seed).hasSizeBetween(1, FORKS);

      Process ended = SuiteProcess.start("run", "--resume", run.toString());
      awaitForks(ended, Math.min(first.size() + 1, FORKS));
      // Of the handle, since the other one closes the streams as well.
      ended.toHandle().destroy();
      String said = SuiteProcess.output(ended);
      if (Files.exists(run.resolve(Journal.NAME))) {
        assertThat(said).contains("go on with: hgbench run --resume " + run);
        assertThat(RunReader.read(new RunDirectory(run)).interrupted()).isTrue();
        List<String> second = journalled();
        assertThat(second).startsWith(first.toArray(String[]::new));

        Process last = SuiteProcess.start("run", "--resume", run.toString());
        assertThat(SuiteProcess.output(last))
            .contains("Resuming: %d forks".formatted(second.size()));
        assertThat(last.exitValue()).isZero();
        first = second;
      }
      Run whole = RunReader.read(new RunDirectory(run));
      assertThat(whole.interrupted()).isFalse();
      assertThat(whole.measurements()).hasSize(2).allMatch(m -> m.p50() != null);
      assertThat(whole.measurements().stream().flatMap(m -> m.forks().stream()))
          .extracting(Fork::disturbance)
          .doesNotContainNull();
      assertThat(Files.readString(run.resolve("jmh.json"))).contains("Latency");
      assertThat(run.resolve(Journal.NAME)).doesNotExist();
      assertThat(startsOf(whole)).containsAll(startsOfTimedForks(first));
    }
  }

  @Test
  void refusesToGoOnWithAnotherPlan() throws Exception {
    Process killed = begin();
    awaitForks(killed, 1);
    killed.destroyForcibly().waitFor();
    Files.writeString(profile, Files.readString(profile).replace("Forks = 1", "Forks = 2"));

    Process resumed = SuiteProcess.start("run", "--resume", run.toString());

    assertThat(SuiteProcess.output(resumed))
        .startsWith("hgbench: " + run + ": cannot be resumed: its command")
        .contains("was the profile changed?");
    assertThat(resumed.exitValue()).isEqualTo(65);
  }

  @Test
  void keepsWhatWasMeasuredWhenTheDiskIsFull() throws Exception {
    Path disk = Files.createDirectory(temporary.resolve("disk"));
    Assumptions.assumeTrue(
        new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", disk.toString())
                .start()
                .waitFor()
            == 0,
        "only root can mount a small disk");
    try {
      run = disk.resolve("run");
      Process filled = begin();
      awaitForks(filled, 1);
      Path ballast = disk.resolve("ballast");
      try {
        Files.write(ballast, new byte[4 << 20]);
      } catch (IOException full) {
        assertThat(full).hasMessageContaining("No space left");
      }
      String said = SuiteProcess.output(filled);
      assertThat(said)
          .containsPattern("hgbench: .*KiB left on the disk|No space left")
          .containsPattern("[1-4] forks are kept; 'hgbench run --resume ");
      assertThat(filled.exitValue()).isEqualTo(70);
      List<String> kept = journalled();

      Files.delete(ballast);
      Process resumed = SuiteProcess.start("run", "--resume", run.toString());
      assertThat(SuiteProcess.output(resumed))
          .contains("Resuming: %d forks".formatted(kept.size()));
    } finally {
      new ProcessBuilder("umount", "-l", disk.toString()).start().waitFor();
    }
  }

  private Process begin() throws IOException {
    return SuiteProcess.start(
        "run", "--boundary", "simulated", "--profile", profile.toString(), "--out", run.toString());
  }

  /// Waits until the journal holds so many forks or the run has ended.
  private void awaitForks(Process process, int forks) throws Exception {
    while (process.isAlive() && journalled().size() < forks) {
      process.waitFor(10, TimeUnit.MILLISECONDS);
    }
  }

  /// The whole lines of the journal behind its header.
  private List<String> journalled() throws IOException {
    Path journal = run.resolve(Journal.NAME);
    if (!Files.exists(journal)) {
      return List.of();
    }
    String text = Files.readString(journal);
    String whole = text.substring(0, text.lastIndexOf('\n') + 1);
    return whole.lines().skip(1).toList();
  }

  private static List<String> startsOf(Run run) {
    return run.measurements().stream()
        .flatMap(measurement -> measurement.forks().stream())
        .map(Fork::startedAt)
        .toList();
  }

  private static List<String> startsOfTimedForks(List<String> journalled) {
    return journalled.stream()
        .filter(line -> !line.contains("Latency #"))
        .flatMap(line -> Stream.of(line.replaceAll(".*\"startedAt\":\"([^\"]+)\".*", "$1")))
        .toList();
  }
}
