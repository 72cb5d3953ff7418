package org.hgbench.harness.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hgbench.harness.JvmFlags;

/// The command line in a JVM of its own, as a user starts it.
final class SuiteProcess {
  private SuiteProcess() {}

  /// Starts it.
  static Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JvmFlags.all());
    command.add("-Djmh.ignoreLock=true");
    command.add("-XX:TieredStopAtLevel=1"); // It ends soon; its forks do not inherit this.
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("org.hgbench.harness.cli.Hgbench");
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  /// What it says until it ends.
  static String output(Process process) throws IOException, InterruptedException {
    String text = new String(process.getInputStream().readAllBytes());
    process.waitFor();
    return text;
  }

  /// Runs it to its end, which must be a good one. Returns what it said.
  static String run(String... arguments) throws IOException, InterruptedException {
    Process process = start(arguments);
    String said = output(process);
    assertThat(process.exitValue()).as(said).isZero();
    return said;
  }
}
