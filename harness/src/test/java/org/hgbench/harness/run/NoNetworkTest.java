package org.hgbench.harness.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hgbench.harness.SuiteProcess;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Runs the real suite where there is no network: in a network namespace of its own that has a
/// loopback and nothing else. JMH and its forks talk over that.
@EnabledOnOs(OS.LINUX)
@Execution(ExecutionMode.CONCURRENT)
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class NoNetworkTest {
  @TempDir Path temporary;

  @Test
  void measuresAndReportsWithNothingButALoopback() throws Exception {
    Assumptions.assumeTrue(
        inNamespace(List.of("true")).waitFor() == 0,
        "no network namespace can be made here (unshare, ip)");
    Path profile =
        Files.writeString(
            temporary.resolve("tiny.profile"),
            """
            Fork/WarmupIterations = 1
            Fork/Iterations = 2
            Fork/IterationMillis = 20
            Yardsticks/Forks = 0
            Cells/a/Workloads = call
            Cells/a/Transports = hgsmi
            Cells/a/Forks = 1
            """);
    Path run = temporary.resolve("run");
    List<String> command =
        SuiteProcess.command(
            List.of(),
            "run",
            "--boundary",
            "simulated",
            "--profile",
            profile.toString(),
            "--out",
            run.toString());

    Process process = inNamespace(command);
    String said = SuiteProcess.output(process);

    assertThat(process.exitValue()).as(said).isZero();
    assertThat(run.resolve("report.html")).isNotEmptyFile();
  }

  /// Starts a program once its namespace has been seen to hold one interface.
  private static Process inNamespace(List<String> program) throws IOException {
    List<String> command =
        new ArrayList<>(List.of("unshare", "--user", "--map-root-user", "--net", "sh", "-c"));
    command.add(
        "ip link set lo up && [ \"$(tail -n +3 /proc/self/net/dev | grep -vc '^ *lo:')\" = 0 ]"
            + " && exec \"$@\"");
    command.add("sh");
    command.addAll(program);
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException e) {
      Assumptions.abort("no network namespace can be made here: " + e.getMessage());
      throw e;
    }
  }
}
