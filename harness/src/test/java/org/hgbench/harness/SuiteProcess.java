package org.hgbench.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The command line in a JVM of its own, as a user starts it.
public final class SuiteProcess {
  /// For a JVM that ends before its second compiler or a collector of many threads pays off.
  public static final List<String> SHORT_LIVED =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  private SuiteProcess() {}

  /// Starts it.
  public static Process start(String... arguments) throws IOException {
    return start(List.of(), arguments);
  }

  /// Starts it with some options of the JVM.
  public static Process start(List<String> options, String... arguments) throws IOException {
    return new ProcessBuilder(command(options, arguments)).redirectErrorStream(true).start();
  }

  /// What starts it with some options of the JVM.
  public static List<String> command(List<String> options, String... arguments) {
    List<String> all = new ArrayList<>(SHORT_LIVED); // Its forks do not inherit them.
    all.add("-Djmh.ignoreLock=true");
    all.addAll(options);
    return SuiteJvm.command(all, "org.hgbench.harness.cli.Hgbench", List.of(arguments));
  }

  /// What it says until it ends.
  public static String output(Process process) throws IOException, InterruptedException {
    String text = new String(process.getInputStream().readAllBytes());
    process.waitFor();
    return text;
  }

  /// Runs it to its end, which must be a good one. Returns what it said.
  public static String run(String... arguments) throws IOException, InterruptedException {
    Process process = start(arguments);
    String said = output(process);
    assertThat(process.exitValue()).as(said).isZero();
    return said;
  }
}
