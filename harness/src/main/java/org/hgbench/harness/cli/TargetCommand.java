package org.hgbench.harness.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.hgbench.harness.targets.Target;
import org.hgbench.harness.targets.TargetResult;
import org.hgbench.harness.targets.TargetRunner;
import org.hgbench.harness.targets.Targets;
import org.hgbench.machine.BoundaryProbe;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Tries the suite's own speed targets on this machine.
@Command(
    name = "target",
    description = {
      "Tries the speed targets of the transports on this machine: each compares one with a control",
      "over paired short slices, and is met when the 95 %% interval reaches its bound.",
      "Exit code 1 when one is missed."
    },
    mixinStandardHelpOptions = true)
final class TargetCommand implements Callable<Integer> {
  private static final int MISSED = 1;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Parameters(arity = "0..*", paramLabel = "NAME", description = "targets (default: all)")
  private List<String> names = List.of();

  @Option(
      names = "--forks",
      paramLabel = "N",
      defaultValue = "5",
      description = "fresh JVMs per target (default: 5)")
  private int forks;

  @Option(
      names = "--pairs",
      paramLabel = "N",
      defaultValue = "40",
      description = "pairs of slices per JVM (default: 40)")
  private int pairs;

  @Override
  public Integer call() {
    List<Target> targets = targets();
    TargetRunner runner = new TargetRunner(between("--forks", forks), between("--pairs", pairs));
    PrintWriter out = spec.commandLine().getOut();
    boolean allMet = true;
    for (Target target : targets) {
      if (BoundaryProbe.probe(target.boundary()) instanceof BoundaryProbe.Unusable unusable) {
        out.printf("%s: not measured here: %s%n", target.name(), unusable.sentence());
        continue;
      }
      TargetResult result = runner.run(target);
      out.println(result.text());
      out.flush();
      allMet &= result.isMet();
    }
    return allMet ? ExitCode.OK : MISSED;
  }

  private List<Target> targets() {
    try {
      return names.isEmpty() ? Targets.ALL : names.stream().map(Targets::named).toList();
    } catch (IllegalArgumentException e) {
      throw new CommandLine.ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private int between(String option, int value) {
    if (value < 1 || value > 100) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), option + ": " + value + " is not between 1 and 100");
    }
    return value;
  }
}
