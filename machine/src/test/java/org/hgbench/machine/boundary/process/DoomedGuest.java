package org.hgbench.machine.boundary.process;

import java.util.List;
import org.hgbench.machine.Machine;
import org.hgbench.machine.TestDevice;
import org.hgbench.machine.settings.Settings;

/// A guest in a JVM of its own, to be killed in the middle of a trap. It prints the number of its
/// host process, does as it is told, and would wait for half a minute; what ends that is printed.
final class DoomedGuest {
  private DoomedGuest() {}

  public static void main(String[] args) {
    try (Machine machine =
        Machine.open(
            Settings.parse(
                List.of(
                    "RamSize = 2M", "Boundary/Name = process", "Devices/test/0/Enabled = true")))) {
      machine.vcpu(0).out(0x200, 1);
      System.out.println(((ProcessBoundary) machine.boundary()).hostProcess().pid());
      switch (args[0]) {
        case "trap" -> machine.vcpu(0).in(0x203);
        case "hoard" -> machine.vcpu(0).out(0x203, TestDevice.HOARD);
        default -> machine.vcpu(0).halt(30_000_000_000L);
      }
    } catch (IllegalStateException e) {
      System.out.println(e.getMessage());
    }
  }
}
