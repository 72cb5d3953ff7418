package org.hgbench.harness.plan;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hgbench.machine.boundary.TrapCost;
import org.hgbench.machine.settings.Settings;

/// A boundary as it was chosen, and what it costs if it is modelled.
///
/// @param name `simulated`, `process` or `kvm`
/// @param cost its modelled cost, null on a real boundary
public record BoundaryChoice(String name, TrapCost cost) {
  /// The modelled boundary.
  public static BoundaryChoice simulated(TrapCost cost) {
    return new BoundaryChoice("simulated", cost);
  }

  /// A real boundary.
  public static BoundaryChoice real(String name) {
    return new BoundaryChoice(name, null);
  }

  /// Short and fit for a file name.
  public String label() {
    return cost == null ? name : name + "-" + costName();
  }

  /// For people: what it is and, if modelled, what a trap costs.
  public String description() {
    return cost == null
        ? name + " (real)"
        : "%s, modelled: trap %d ns, in-kernel trap %d ns, interrupt %d ns (%s)"
            .formatted(name, cost.trapNanos(), cost.trapR0Nanos(), cost.irqNanos(), cost.name());
  }

  /// What distinguishes one modelled cost from another in the results, null on a real boundary.
  public String costName() {
    if (cost == null) {
      return null;
    }
    return cost.name().equals("custom")
        ? "custom-%d-%d-%d".formatted(cost.trapNanos(), cost.trapR0Nanos(), cost.irqNanos())
        : cost.name();
  }

  /// The machine's settings for it, `key=value` separated by semicolons.
  public String settings() {
    Map<String, String> settings = new TreeMap<>();
    settings.put("Boundary/Name", name);
    if (cost != null) {
      settings.put("Boundary/TrapNanos", Long.toString(cost.trapNanos()));
      settings.put("Boundary/TrapR0Nanos", Long.toString(cost.trapR0Nanos()));
      settings.put("Boundary/IrqNanos", Long.toString(cost.irqNanos()));
    }
    return Settings.of(settings).all().entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .collect(Collectors.joining(";"));
  }
}
