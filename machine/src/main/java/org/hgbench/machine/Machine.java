package org.hgbench.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hgbench.machine.boundary.Boundary;
import org.hgbench.machine.boundary.LocalBoundary;
import org.hgbench.machine.boundary.SimulatedBoundary;
import org.hgbench.machine.boundary.TrapCost;
import org.hgbench.machine.boundary.Vcpu;
import org.hgbench.machine.boundary.kvm.KvmBoundary;
import org.hgbench.machine.boundary.process.ProcessBoundary;
import org.hgbench.machine.counter.Counter;
import org.hgbench.machine.counter.CounterValues;
import org.hgbench.machine.counter.Counters;
import org.hgbench.machine.memory.GuestMemory;
import org.hgbench.machine.memory.MachineMemory;
import org.hgbench.machine.memory.MemoryRegion;
import org.hgbench.machine.placement.Placement;
import org.hgbench.machine.settings.Settings;
import org.hgbench.machine.trace.Stamps;
import org.hgbench.machine.yardstick.Evidence;
import org.hgbench.machine.yardstick.Yardstick;

/// A whole machine: memory, devices, and vCPUs behind a boundary.
///
/// | setting | default | meaning |
/// |---|---|---|
/// | `RamSize` | 64M | guest RAM, from address 0 |
/// | `Vcpus` | 1 | virtual CPUs, one guest thread each |
/// | `Boundary/Name` | `simulated` | what a trap is: `simulated`, `process`, `kvm`, `auto` |
/// | `Boundary/HaltPollNanos` | 0 | `kvm`: how long a halted vCPU polls before it sleeps |
/// | `Boundary/Preset`, `TrapNanos`, `TrapR0Nanos`, `IrqNanos` | none, 0 | its modelled cost |
/// | `Placement` | `unpinned` | where guest and host are pinned, a name of [Placement] |
/// | `Devices/NAME/INSTANCE/Config/…` | | the devices and what they are told |
///
/// The first [#FIRMWARE_BYTES] of RAM belong to the boundary; guest drivers allocate behind them.
public final class Machine implements AutoCloseable {
  /// How much of low RAM a boundary may use, for page tables and the like.
  public static final long FIRMWARE_BYTES = 1 << 20;

  private final Settings settings;
  private final Placement placement;
  private final List<DeviceSlot> slots;
  private final MachineMemory memory;
  private final Counters counters;
  private final Boundary boundary;
  private final Host host;

  private Machine(
      Settings settings,
      Placement placement,
      List<DeviceSlot> slots,
      MachineMemory memory,
      Counters counters,
      Boundary boundary,
      Host host) {
    this.settings = settings;
    this.placement = placement;
    this.slots = slots;
    this.memory = memory;
    this.counters = counters;
    this.boundary = boundary;
    this.host = host;
    Stamps.attach(memory);
  }

  /// Builds the machine that the settings describe.
  ///
  /// @throws IllegalArgumentException if a setting is unknown or makes no sense
  public static Machine open(Settings settings) {
    List<DeviceSlot> slots = DeviceSlot.of(settings);
    String name = boundaryName(settings);
    Placement placement = placement(settings);
    return name.equals("process")
        ? openDistant(settings, slots, placement)
        : placement.whilePinnedAsHost(() -> openLocal(name, settings, slots, placement));
  }

  /// The name of the boundary; for `auto` the best one that works here.
  private static String boundaryName(Settings settings) {
    String name = settings.at("Boundary").text("Name", "simulated");
    if (name.equals("auto")) {
      return BoundaryProbe.best();
    }
    if (!BoundaryProbe.NAMES.contains(name)) {
      throw new IllegalArgumentException(
          "setting Boundary/Name: no boundary '%s'; there are %s, auto"
              .formatted(name, String.join(", ", BoundaryProbe.NAMES)));
    }
    return name;
  }

  /// Where guest and host run.
  static Placement placement(Settings settings) {
    return Placement.of(settings.text("Placement", Placement.UNPINNED.name()));
  }

  /// Guest and host in this process.
  private static Machine openLocal(
      String name, Settings settings, List<DeviceSlot> slots, Placement placement) {
    MachineMemory memory = MachineMemory.create(regions(settings, slots));
    try {
      Counters counters = new Counters();
      LocalBoundary boundary = boundary(name, settings, memory, counters);
      try {
        Host host = new Host(slots, memory, boundary.interrupts(), counters);
        try {
          boundary.connect(host.ports());
          rejectUnusedSettings(settings);
          return new Machine(settings, placement, slots, memory, counters, boundary, host);
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

  /// The guest here, the host in a process of its own, which checks the devices' settings.
  private static Machine openDistant(
      Settings settings, List<DeviceSlot> slots, Placement placement) {
    requireOneVcpu("process", vcpus(settings));
    MachineMemory memory = MachineMemory.create(sharedRegions(settings, slots));
    try {
      settings.at("Devices").dismiss();
      rejectUnusedSettings(settings);
      Counters counters = new Counters();
      Boundary boundary =
          new ProcessBoundary(settings, memory, HostProcess.class.getName(), counters);
      return new Machine(settings, placement, slots, memory, counters, boundary, null);
    } catch (RuntimeException | Error e) {
      memory.close();
      throw e;
    }
  }

  /// The settings it was built from.
  public Settings settings() {
    return settings;
  }

  /// Where guest and host run. The host's threads are pinned already; a guest thread pins itself
  /// with [Placement#pinGuest].
  public Placement placement() {
    return placement;
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
  ///
  /// @throws IllegalStateException if it is another process
  public Host host() {
    if (host == null) {
      throw new IllegalStateException(
          "the host of boundary %s is another process".formatted(boundary.name()));
    }
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

  /// The bare traps and interrupts of a vCPU. The machine must have been built with
  /// `Devices/yardstick/0/Enabled = true`.
  ///
  /// @throws IllegalArgumentException if it was not
  public Yardstick yardstick(int vcpu) {
    return new Yardstick(vcpu(vcpu), line(Yardstick.DEVICE), memory.window(Yardstick.CLOCK));
  }

  /// Calibrates the kernel's counters as witnesses of ours, with traps and interrupts of a
  /// yardstick. The thread that owns the vCPU calls.
  public Evidence evidence(Yardstick yardstick) {
    return Evidence.calibrate(boundary.kernelCounters(), yardstick);
  }

  /// A cell in which a guest driver counts, for one writer.
  public Counter counter(Counters.Kind kind) {
    return counters.writer(kind);
  }

  /// What has been counted so far.
  public CounterValues counters() {
    return counters.values().plus(boundary.distantCounters());
  }

  /// Ends the devices, then the boundary, then unmaps the memory. No guest thread may be inside.
  ///
  /// The memory stays where it is if a device does not end.
  @Override
  public void close() {
    boolean isAtRest = false;
    try {
      if (host != null) {
        host.close();
      }
      isAtRest = true;
    } finally {
      try {
        boundary.close();
      } finally {
        Stamps.detach();
        // A thread of a device that did not end may use the memory when it goes on.
        if (isAtRest) {
          memory.close();
        }
      }
    }
  }

  private static LocalBoundary boundary(
      String name, Settings settings, MachineMemory memory, Counters counters) {
    Settings tree = settings.at("Boundary");
    int vcpus = vcpus(settings);
    if (name.equals("simulated")) {
      boolean isAuto = tree.text("Name", name).equals("auto");
      TrapCost cost = TrapCost.of(tree, isAuto ? TrapCost.VIRTUALBOX : TrapCost.NONE);
      return new SimulatedBoundary(memory, cost, vcpus, counters);
    }
    requireOneVcpu(name, vcpus);
    return new KvmBoundary(memory, tree.nanos("HaltPollNanos", 0), counters);
  }

  private static int vcpus(Settings settings) {
    int vcpus = settings.integer("Vcpus", 1);
    if (vcpus < 1) {
      throw new IllegalArgumentException("setting Vcpus: %d is not 1 or more".formatted(vcpus));
    }
    return vcpus;
  }

  private static void requireOneVcpu(String boundary, int vcpus) {
    if (vcpus != 1) {
      throw new IllegalArgumentException(
          "setting Vcpus: boundary %s has one vCPU, not %d".formatted(boundary, vcpus));
    }
  }

  /// The regions that guest and host process share: the machine's and the boundary's own.
  static List<MemoryRegion> sharedRegions(Settings settings, List<DeviceSlot> slots) {
    List<MemoryRegion> regions = regions(settings, slots);
    regions.add(ProcessBoundary.region());
    return regions;
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
    if (Stamps.ON) {
      regions.add(Stamps.region());
    }
    return regions;
  }

  static void rejectUnusedSettings(Settings settings) {
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
