package org.hgbench.harness.transport;

import java.util.ArrayList;
import java.util.List;
import org.hgbench.machine.Machine;
import org.hgbench.machine.boundary.process.ProcessBoundary;
import org.hgbench.machine.settings.Settings;

/// A guest in a JVM of its own, to be killed whatever it is doing. It prints the number of its host
/// process and repeats a session for half a minute.
final class DoomedSession {
  private DoomedSession() {}

  public static void main(String[] session) {
    Session doomed = Session.valueOf(session[0]);
    List<String> settings = new ArrayList<>(doomed.settings());
    settings.add("Boundary/Name = process");
    try (Machine machine = Machine.open(Settings.parse(settings))) {
      doomed.run(machine, machine.vcpu(0));
      System.out.println(((ProcessBoundary) machine.boundary()).hostProcess().pid());
      long start = System.nanoTime();
      while (System.nanoTime() - start < 30_000_000_000L) {
        doomed.run(machine, machine.vcpu(0));
      }
    }
  }
}
