package org.hgbench.harness.cli;

import org.hgbench.harness.environment.DoctorText;
import org.hgbench.harness.environment.EnvironmentCapture;
import org.hgbench.harness.environment.ProcessorTimes;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// Says how far this machine's figures can be trusted, and what would make them better.
@Command(
    name = "doctor",
    description = "Grades this machine for measuring, with a remedy for each finding.",
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Runnable {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public void run() {
    EnvironmentCapture machine = EnvironmentCapture.ofThisMachine();
    spec.commandLine().getOut().print(DoctorText.render(machine.capture(ProcessorTimes.AT_BOOT)));
    spec.commandLine()
        .getOut()
        .println("Boundaries: simulated is usable; its figures are modelled.");
  }
}
