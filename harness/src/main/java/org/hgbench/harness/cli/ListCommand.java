package org.hgbench.harness.cli;

import java.io.PrintWriter;
import java.util.List;
import org.hgbench.harness.link.Transports;
import org.hgbench.harness.link.Workload;
import org.hgbench.harness.plan.BoundaryChoice;
import org.hgbench.harness.plan.Plan;
import org.hgbench.harness.plan.Profile;
import org.hgbench.machine.boundary.TrapCost;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Lists what can be measured.
@Command(
    name = "list",
    description = "Lists workloads, transports, boundaries, trap costs and profiles.",
    mixinStandardHelpOptions = true)
final class ListCommand implements Runnable {
  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      description = "print this profile of the suite, to begin one of your own with")
  private String profileName;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    if (profileName != null) {
      out.print(profileText());
      out.flush();
      return;
    }
    out.println("Workloads");
    out.println("  notify   tell the host something, 16 B");
    out.println("  call     a small request and its answer, 16 B each way");
    out.println("  write    n bytes from guest to host, every byte read there");
    out.println("  read     n bytes from host to guest, every byte written there");
    out.println("  event    16 B from a thread of the host, which the guest asks for");
    out.println("  stream   records of 8 to 4096 B, as fast as they go");
    out.println("  duplex   a record out and an event in, both under way");
    out.println("  touch    both sides at shared memory, in turns");
    Workload.all()
        .filter(workload -> workload.kind() == Workload.Kind.PLUGGED)
        .forEach(workload -> out.printf("  %-8s from a plug-in%n", workload.label()));
    out.println();
    out.println("Transports");
    out.println("  hgsmi    a buffer in shared VRAM and a doorbell port, handled in place");
    out.println("  hgcm     a request in guest RAM, copied and handed to a service thread");
    out.println("  none     the control: the rig with nothing behind it");
    Transports.names().stream()
        .filter(name -> !Transports.OWN.contains(name))
        .forEach(name -> out.printf("  %-8s from a plug-in%n", name));
    out.println();
    out.println("Boundaries");
    out.println("  kvm         a real VM exit and entry, interrupts through the IDT");
    out.println("  process     a kernel trap that another process serves (seccomp notification)");
    out.println("  simulated   a call plus a chosen cost; figures are modelled");
    out.println("  'hgbench doctor' tells which of them work here.");
    out.println();
    out.println(
        "Trap costs of the simulated boundary (--preset), in ns: trap, in-kernel, interrupt");
    for (TrapCost cost : TrapCost.PRESETS) {
      out.printf(
          "  %-16s %5d %5d %5d   %s%n",
          cost.name(), cost.trapNanos(), cost.trapR0Nanos(), cost.irqNanos(), cost.source());
    }
    out.println();
    out.println("Profiles (--profile)");
    for (String name : Profile.NAMES) {
      Profile profile =
          Profile.named(
              name, BoundaryChoice.simulated(TrapCost.preset("virtualbox-2018")), List::of);
      int forks = Plan.of(profile).forks().size();
      out.printf("  %-8s %s (%d forks)%n", name, profile.description(), forks);
    }
    out.println(
        "  FILE     one of your own; 'hgbench list --profile quick' prints one to begin with");
  }

  private String profileText() {
    try {
      return Profile.text(profileName);
    } catch (IllegalArgumentException e) {
      throw new CommandLine.ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }
}
