package org.hgbench.harness.cli;

import java.io.PrintWriter;
import org.hgbench.harness.environment.DoctorText;
import org.hgbench.harness.environment.EnvironmentCapture;
import org.hgbench.harness.environment.ProcessorTimes;
import org.hgbench.machine.BoundaryProbe;
import org.hgbench.machine.placement.Placement;
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
    PrintWriter out = spec.commandLine().getOut();
    out.println("Boundaries, each used once");
    for (String name : BoundaryProbe.NAMES) {
      out.printf(
          "  %-10s %s%n",
          name,
          switch (BoundaryProbe.probe(name)) {
            case BoundaryProbe.Usable usable -> "usable";
            case BoundaryProbe.Unusable unusable -> "not usable: " + unusable.sentence();
          });
    }
    out.println("Placements");
    for (String name : Placement.NAMES) {
      out.printf("  %-12s %s%n", name, usability(name));
    }
  }

  private static String usability(String placement) {
    try {
      Placement.of(placement);
      return "usable";
    } catch (IllegalArgumentException e) {
      return "not usable: " + e.getMessage();
    }
  }
}
