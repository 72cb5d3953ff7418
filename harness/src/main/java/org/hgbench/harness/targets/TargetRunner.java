package org.hgbench.harness.targets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hgbench.harness.SuiteJvm;

/// Measures a target in several fresh JVMs, one after the other.
public final class TargetRunner {
  private final int forks;
  private final int rounds;

  /// Measures so many rounds in so many JVMs.
  public TargetRunner(int forks, int rounds) {
    this.forks = forks;
    this.rounds = rounds;
  }

  /// Runs all forks.
  ///
  /// @throws IllegalStateException if one failed; what it printed is on standard error
  public TargetResult run(Target target) {
    List<String> names = List.of();
    List<List<double[]>> measured = new ArrayList<>();
    for (int i = 0; i < forks; i++) {
      List<String> lines = fork(target);
      names = List.of(lines.getFirst().split("\t"));
      measured.add(lines.stream().skip(1).map(TargetRunner::numbers).toList());
    }
    return new TargetResult(target, names, measured);
  }

  private List<String> fork(Target target) {
    List<String> command =
        SuiteJvm.command(
            List.of(),
            TargetFork.class.getName(),
            List.of(target.name(), Integer.toString(rounds)));
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      List<String> lines;
      try (var output = process.inputReader()) {
        lines = output.lines().toList();
      }
      int exit = process.waitFor();
      if (exit != 0 || lines.size() != rounds + 1) {
        throw new IllegalStateException(
            "target '%s': a fork ended with exit code %d and %d of %d lines"
                .formatted(target.name(), exit, lines.size(), rounds + 1));
      }
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while measuring " + target.name(), e);
    }
  }

  private static double[] numbers(String line) {
    return Arrays.stream(line.split(" ")).mapToDouble(Double::parseDouble).toArray();
  }
}
