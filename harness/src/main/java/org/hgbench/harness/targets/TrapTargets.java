package org.hgbench.harness.targets;

import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.hgbench.harness.link.CellSpec;
import org.hgbench.harness.link.Link;
import org.hgbench.harness.link.Operation;
import org.hgbench.harness.link.Workload;
import org.hgbench.machine.Machine;
import org.hgbench.machine.boundary.kvm.KvmBoundary;
import org.hgbench.machine.boundary.process.ProcessBoundary;
import org.hgbench.machine.settings.Settings;
import org.hgbench.machine.yardstick.Yardstick;

/// What the boundaries and the software of HGSMI add to a trap.
final class TrapTargets {
  private TrapTargets() {}

  /// A bare trap, and the system calls behind it with nothing around them, of one machine.
  static List<Contender> bareTrap(String boundary) {
    Machine machine =
        Machine.open(
            Settings.of(Map.of("Boundary/Name", boundary, "Devices/yardstick/0/Enabled", "true")));
    Yardstick yardstick = machine.yardstick(0);
    yardstick.trap();
    IntConsumer systemCalls =
        switch (machine.boundary()) {
          case KvmBoundary kvm -> kvm::enterOnly;
          case ProcessBoundary process -> process::trapOnly;
          default -> throw new IllegalArgumentException(boundary + " has no system calls");
        };
    return List.of(
        new Repeated("bare trap", times -> trap(yardstick, times), machine::close),
        new Repeated("its system calls alone", systemCalls, () -> {}));
  }

  /// HGSMI's `notify` on a real boundary, and there a bare trap followed by `notify` where a trap
  /// costs nothing.
  static List<Contender> notifyOverTrap(String boundary) {
    Link real = notifying(boundary);
    Link free = notifying("simulated");
    Operation realNotify = real.operation(0);
    Operation freeNotify = free.operation(0);
    return List.of(
        new Repeated(
            "HGSMI notify",
            times -> {
              for (int i = 0; i < times; i++) {
                realNotify.run(i);
              }
            },
            real::close),
        new Repeated(
            "bare trap and notify where a trap is free",
            times -> {
              for (int i = 0; i < times; i++) {
                real.bareTrap();
                freeNotify.run(i);
              }
            },
            free::close));
  }

  private static void trap(Yardstick yardstick, int times) {
    for (int i = 0; i < times; i++) {
      yardstick.trap();
    }
  }

  private static Link notifying(String boundary) {
    Settings settings = Settings.of(Map.of("Boundary/Name", boundary));
    return CellSpec.of(Workload.NOTIFY, "hgsmi", 16, "irq", settings).open();
  }
}
