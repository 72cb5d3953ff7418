package org.hgbench.harness.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hgbench.harness.JvmFlags;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The command in a process of its own, as a user starts and stops it.
@Timeout(120)
class SoakCommandTest {
  @Test
  void soaksForTheTimeAndReports() throws Exception {
    Process soak = start("2s");

    assertThat(output(soak))
        .contains("Boundary simulated, modelled", "losses: 0", "heap after collection: ");
    assertThat(soak.exitValue()).isZero();
  }

  @Test
  void reportsWhenItIsInterrupted() throws Exception {
    Process soak = start("10m");
    try (BufferedReader lines = soak.inputReader()) {
      assertThat(lines.readLine()).startsWith("Boundary simulated");
      assertThat(lines.readLine()).startsWith("Until 10m are over");
      // Of the handle, since the other one closes the streams as well.
      soak.toHandle().destroy();

      assertThat(lines.lines()).contains("losses: 0");
    }
    assertThat(soak.waitFor()).isEqualTo(143);
  }

  private static Process start(String time) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JvmFlags.all());
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add("org.hgbench.harness.cli.Hgbench");
    command.addAll(List.of("soak", "--boundary", "simulated", "--time", time));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  private static String output(Process process) throws IOException, InterruptedException {
    String text = new String(process.getInputStream().readAllBytes());
    process.waitFor();
    return text;
  }
}
