package org.hgbench.harness.cli;

import java.util.List;
import org.hgbench.harness.plan.BoundaryChoice;
import org.hgbench.machine.BoundaryProbe;
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
  ///
  /// @throws UnusableBoundaryException if it cannot be used on this machine
  BoundaryChoice choice() {
    return switch (boundary) {
      case "auto" -> isModelled() ? simulated(AUTO_PRESET) : best();
      case "simulated" -> simulated("none");
      case "process", "kvm" -> real();
      default ->
          throw usage(
              "no boundary '%s'; there are auto, kvm, process, simulated".formatted(boundary));
    };
  }

  /// The real boundaries that work here besides the one that was chosen.
  static List<BoundaryChoice> others(BoundaryChoice chosen) {
    return BoundaryProbe.NAMES.stream()
        .filter(name -> !name.equals("simulated") && !name.equals(chosen.name()))
        .filter(name -> BoundaryProbe.probe(name) instanceof BoundaryProbe.Usable)
        .map(BoundaryChoice::real)
        .toList();
  }

  private BoundaryChoice best() {
    String name = BoundaryProbe.best();
    return name.equals("simulated") ? simulated(AUTO_PRESET) : BoundaryChoice.real(name);
  }

  private BoundaryChoice real() {
    if (isModelled()) {
      throw usage(
          "--preset, --trap-nanos, --trap-r0-nanos and --irq-nanos describe the boundary simulated,"
              + " not %s".formatted(boundary));
    }
    if (BoundaryProbe.probe(boundary) instanceof BoundaryProbe.Unusable unusable) {
      throw new UnusableBoundaryException(
          "the boundary '%s' is not usable here: %s".formatted(boundary, unusable.sentence()));
    }
    return BoundaryChoice.real(boundary);
  }

  private boolean isModelled() {
    return preset != null || trapNanos != null || trapR0Nanos != null || irqNanos != null;
  }

  private BoundaryChoice simulated(String fallback) {
    return BoundaryChoice.simulated(cost(fallback));
  }

  private CommandLine.ParameterException usage(String sentence) {
    return new CommandLine.ParameterException(spec.commandLine(), sentence);
  }

  private TrapCost cost(String fallback) {
    try {
      Settings settings = Settings.parse(List.of("Preset=" + (preset == null ? fallback : preset)));
      settings = set(settings, "TrapNanos", trapNanos);
      settings = set(settings, "TrapR0Nanos", trapR0Nanos);
      return TrapCost.of(set(settings, "IrqNanos", irqNanos), TrapCost.NONE);
    } catch (IllegalArgumentException e) {
      throw new CommandLine.ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private static Settings set(Settings settings, String key, Long value) {
    return value == null ? settings : settings.with(key, value);
  }
}
