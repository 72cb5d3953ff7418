package org.hgbench.harness.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hgbench.harness.SuiteProcess;
import org.hgbench.results.io.RunDirectory;
import org.hgbench.results.io.RunReader;
import org.hgbench.results.model.Run;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/// Runs the real suite beside programs that take every processor.
@Timeout(value = 2, unit = TimeUnit.MINUTES)
@Isolated("takes every processor")
@EnabledOnOs(value = OS.LINUX, disabledReason = "disturbances are seen on Linux alone")
class StrictRunTest {
  @TempDir Path temporary;

  private final List<Process> others = new ArrayList<>();

  @AfterEach
  void endTheOtherPrograms() {
    others.forEach(Process::destroyForcibly);
  }

  @Test
  void stopsAtTheFirstForkThatWasDisturbedAndKeepsIt() throws Exception {
    Path profile =
        Files.writeString(
            temporary.resolve("tiny.profile"),
            """
            Fork/WarmupIterations = 1
            Fork/Iterations = 4
            Fork/IterationMillis = 50
            Yardsticks/Forks = 0
            Cells/a/Workloads = notify
            Cells/a/Forks = 5
            """);
    Path directory = temporary.resolve("run");
    for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
      others.add(new ProcessBuilder("sh", "-c", "while :; do :; done").start());
    }

    Process strict =
        SuiteProcess.start(
            "run",
            "--boundary",
            "simulated",
            "--strict",
            "--profile",
            profile.toString(),
            "--out",
            directory.toString());
    String said = SuiteProcess.output(strict);

    assertThat(strict.exitValue()).as(said).isEqualTo(70);
    assertThat(said)
        .containsPattern(
            "hgbench: --strict: fork 1 of notify hgsmi .* was disturbed: .*other programs used")
        .contains("1 forks are kept; 'hgbench run --resume " + directory);
    Run run = RunReader.read(new RunDirectory(directory));
    assertThat(run.interrupted()).isTrue();
    assertThat(run.measurements()).hasSize(1);
    assertThat(run.measurements().getFirst().grade()).isEqualTo("poor");
    assertThat(run.measurements().getFirst().forks().getFirst().disturbance().grade())
        .isEqualTo("poor");
    assertThat(directory.resolve(Journal.NAME)).exists();
  }
}
