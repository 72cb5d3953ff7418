package org.hgbench.harness.cli;

import org.hgbench.harness.plan.BoundaryChoice;
import org.hgbench.machine.boundary.TrapCost;
import org.hgbench.machine.settings.Settings;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// The options that choose a boundary and, where it is modelled, its cost.
final class BoundaryOptions {
  private static final String AUTO_PRESET = "virtualbox-2018";

  @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
  private CommandLine.Model.CommandSpec spec;

  @Option(
      names = "--boundary",
      paramLabel = "NAME",
      defaultValue = "auto",
      description =
          "auto, kvm, process or simulated; auto is the best that works here (default: auto)")
  private String boundary;

  @Option(
      names = "--preset",
      paramLabel = "NAME",
      description = "published trap cost for 'simulated', see 'hgbench list'")
  private String preset;

  @Option(names = "--trap-nanos", paramLabel = "N", description = "modelled cost of a trap in ns")
  private Long trapNanos;

  @Option(
      names = "--trap-r0-nanos",
      paramLabel = "N",
      description = "modelled cost of a trap that a host answers in its kernel, in ns")
  private Long trapR0Nanos;

  @Option(
      names = "--irq-nanos",
      paramLabel = "N",
      description = "modelled cost of an interrupt in ns")
  private Long irqNanos;

  /// What was chosen.
  BoundaryChoice choice() {
    return switch (boundary) {
      case "auto" -> BoundaryChoice.simulated(cost(AUTO_PRESET));
      case "simulated" -> BoundaryChoice.simulated(cost("none"));
      case "process", "kvm" ->
          throw new UnusableBoundaryException(
              "the boundary '%s' is not usable here: this version has only 'simulated'"
                  .formatted(boundary));
      default ->
          throw new CommandLine.ParameterException(
              spec.commandLine(),
              "no boundary '%s'; there are auto, kvm, process, simulated".formatted(boundary));
    };
  }

  private TrapCost cost(String fallback) {
    try {
      Settings settings =
          Settings.parse(java.util.List.of("Preset=" + (preset == null ? fallback : preset)));
      settings = set(settings, "TrapNanos", trapNanos);
      settings = set(settings, "TrapR0Nanos", trapR0Nanos);
      return TrapCost.of(set(settings, "IrqNanos", irqNanos));
    } catch (IllegalArgumentException e) {
      throw new CommandLine.ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private static Settings set(Settings settings, String key, Long value) {
    return value == null ? settings : settings.with(key, value);
  }
}
