package org.hgbench.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hgbench.machine.boundary.Boundary;
import org.hgbench.machine.boundary.SimulatedBoundary;
import org.hgbench.machine.boundary.TrapCost;
import org.hgbench.machine.boundary.Vcpu;
import org.hgbench.machine.counter.Counter;
import org.hgbench.machine.counter.CounterValues;
import org.hgbench.machine.counter.Counters;
import org.hgbench.machine.memory.GuestMemory;
import org.hgbench.machine.memory.MachineMemory;
import org.hgbench.machine.memory.MemoryRegion;
import org.hgbench.machine.settings.Settings;

/// A whole machine: memory, devices, and vCPUs behind a boundary.
///
/// | setting | default | meaning |
/// |---|---|---|
/// | `RamSize` | 64M | guest RAM, from address 0 |
/// | `Vcpus` | 1 | virtual CPUs, one guest thread each |
/// | `Boundary/Name` | `simulated` | what a trap is |
/// | `Boundary/Preset`, `TrapNanos`, `TrapR0Nanos`, `IrqNanos` | none, 0 | its modelled cost |
/// | `Devices/NAME/INSTANCE/Config/…` | | the devices and what they are told |
///
/// The first [#FIRMWARE_BYTES] of RAM belong to the boundary; guest drivers allocate behind them.
public final class Machine implements AutoCloseable {
  /// How much of low RAM a boundary may use, for page tables and the like.
  public static final long FIRMWARE_BYTES = 1 << 20;

  private final Settings settings;
  private final List<DeviceSlot> slots;
  private final MachineMemory memory;
  private final Counters counters;
  private final Boundary boundary;
  private final Host host;

  private Machine(
      Settings settings,
      List<DeviceSlot> slots,
      MachineMemory memory,
      Counters counters,
      Boundary boundary,
      Host host) {
    this.settings = settings;
    this.slots = slots;
    this.memory = memory;
    this.counters = counters;
    this.boundary = boundary;
    this.host = host;
  }

  /// Builds the machine that the settings describe.
  ///
  /// @throws IllegalArgumentException if a setting is unknown or makes no sense
  public static Machine open(Settings settings) {
    List<DeviceSlot> slots = DeviceSlot.of(settings);
    MachineMemory memory = MachineMemory.create(regions(settings, slots));
    try {
      Counters counters = new Counters();
      Boundary boundary = boundary(settings, counters);
      try {
        Host host = new Host(slots, memory, boundary.interrupts(), counters);
        try {
          boundary.connect(host.ports());
          rejectUnusedSettings(settings);
          return new Machine(settings, slots, memory, counters, boundary, host);
        } catch (RuntimeException | Error e) {
          host.close();
          throw e;
        }
      } catch (RuntimeException | Error e) {
        boundary.close();
        throw e;
      }
    } catch (RuntimeException | Error e) {
      memory.close();
      throw e;
    }
  }

  /// The settings it was built from.
  public Settings settings() {
    return settings;
  }

  /// All memory.
  public MachineMemory memory() {
    return memory;
  }

  /// Guest RAM.
  public GuestMemory ram() {
    return memory.ram();
  }

  /// The boundary between guest and host.
  public Boundary boundary() {
    return boundary;
  }

  /// A virtual CPU.
  ///
  /// @throws IndexOutOfBoundsException if the machine has fewer
  public Vcpu vcpu(int index) {
    return boundary.vcpu(index);
  }

  /// The host's side.
  public Host host() {
    return host;
  }

  /// The interrupt line of a device.
  ///
  /// @param device kind and instance, such as `vga/0`
  /// @throws IllegalArgumentException if there is no such device
  public int line(String device) {
    return slots.stream()
        .filter(slot -> slot.path().equals(device))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no device '" + device + "'"))
        .line();
  }

  /// A cell in which a guest driver counts, for one writer.
  public Counter counter(Counters.Kind kind) {
    return counters.writer(kind);
  }

  /// What has been counted so far.
  public CounterValues counters() {
    return counters.values();
  }

  /// Ends the devices, then the boundary, then unmaps the memory. No guest thread may be inside.
  @Override
  public void close() {
    try {
      host.close();
    } finally {
      try {
        boundary.close();
      } finally {
        memory.close();
      }
    }
  }

  private static Boundary boundary(Settings settings, Counters counters) {
    Settings tree = settings.at("Boundary");
    String name = tree.text("Name", "simulated");
    return switch (name) {
      case "simulated" -> new SimulatedBoundary(TrapCost.of(tree), vcpus(settings), counters);
      default ->
          throw new IllegalArgumentException(
              "setting Boundary/Name: no boundary '%s'; there are simulated".formatted(name));
    };
  }

  private static int vcpus(Settings settings) {
    int vcpus = settings.integer("Vcpus", 1);
    if (vcpus < 1) {
      throw new IllegalArgumentException("setting Vcpus: %d is not 1 or more".formatted(vcpus));
    }
    return vcpus;
  }

  private static List<MemoryRegion> regions(Settings settings, List<DeviceSlot> slots) {
    long ramBytes = settings.size("RamSize", 64 << 20);
    if (ramBytes < 2 * FIRMWARE_BYTES || ramBytes > 3L << 30) {
      throw new IllegalArgumentException(
          "setting RamSize: %d bytes is not between 2M and 3G".formatted(ramBytes));
    }
    List<MemoryRegion> regions = new ArrayList<>();
    regions.add(new MemoryRegion(MemoryRegion.RAM, 0, ramBytes));
    slots.forEach(slot -> regions.addAll(slot.regions()));
    return regions;
  }

  private static void rejectUnusedSettings(Settings settings) {
    if (!settings.unused().isEmpty()) {
      throw new IllegalArgumentException(
          settings.unused().stream()
              .map(path -> path + suggestion(settings, path))
              .collect(Collectors.joining(", ", "unknown settings: ", "")));
    }
  }

  private static String suggestion(Settings settings, String path) {
    return settings.nearestAsked(path).map(" (did you mean %s?)"::formatted).orElse("");
  }
}
