package org.hgbench.machine.boundary;

import java.util.List;
import org.hgbench.machine.settings.Settings;

/// What a trap and an interrupt cost on a modelled machine.
///
/// @param name of the preset, or `custom`
/// @param trapNanos an access that the host answers in user mode (R3)
/// @param trapR0Nanos an access that the host answers in its kernel (R0)
/// @param irqNanos from the injection of an interrupt to the first instruction of its handler
/// @param source where the figures come from
public record TrapCost(
    String name, long trapNanos, long trapR0Nanos, long irqNanos, String source) {
  /// Crossing costs nothing but the call: what remains is the protocols' software.
  public static final TrapCost NONE = new TrapCost("none", 0, 0, 0, "no cost added");

  /// VirtualBox on ordinary hardware. No figure was published for an interrupt; an exit handled in
  /// the kernel stands in for it, since waking a halted vCPU takes at least one.
  public static final TrapCost VIRTUALBOX =
      new TrapCost(
          "virtualbox-2018",
          4_778,
          949,
          949,
          "VirtualBox's exit benchmark on an AMD 1950X, 2018 (comments of NEMR3Native-win.cpp);"
              + " interrupt assumed equal to an R0 exit");

  /// The published presets.
  public static final List<TrapCost> PRESETS =
      List.of(
          NONE,
          VIRTUALBOX,
          new TrapCost(
              "hyper-v-2018",
              9_411,
              9_411,
              9_411,
              "VirtualBox over Hyper-V's WinHv API on the same machine, 2018; interrupt assumed"
                  + " equal to a port access"));

  /// The cost that `Boundary/Preset`, `TrapNanos`, `TrapR0Nanos` and `IrqNanos` describe. Single
  /// figures win over the preset. A trap cost that comes without one for R0 holds for both: nobody
  /// gets a cheap kind of trap that he did not ask for.
  ///
  /// @param fallback the preset if the settings name none
  ///
  /// @throws IllegalArgumentException if there is no such preset
  public static TrapCost of(Settings boundary, TrapCost fallback) {
    TrapCost preset = preset(boundary.text("Preset", fallback.name));
    long trapNanos = boundary.nanos("TrapNanos", preset.trapNanos);
    long impliedR0Nanos = trapNanos == preset.trapNanos ? preset.trapR0Nanos : trapNanos;
    TrapCost cost =
        new TrapCost(
            "custom",
            trapNanos,
            boundary.nanos("TrapR0Nanos", impliedR0Nanos),
            boundary.nanos("IrqNanos", preset.irqNanos),
            "chosen on the command line");
    return cost.sameFigures(preset) ? preset : cost;
  }

  /// The preset of that name.
  ///
  /// @throws IllegalArgumentException if there is none
  public static TrapCost preset(String name) {
    return PRESETS.stream()
        .filter(preset -> preset.name.equals(name))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "no preset '%s'; there are %s"
                    .formatted(
                        name, String.join(", ", PRESETS.stream().map(TrapCost::name).toList()))));
  }

  private boolean sameFigures(TrapCost other) {
    return trapNanos == other.trapNanos
        && trapR0Nanos == other.trapR0Nanos
        && irqNanos == other.irqNanos;
  }
}
