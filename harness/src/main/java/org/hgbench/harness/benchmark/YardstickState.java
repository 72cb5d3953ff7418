package org.hgbench.harness.benchmark;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hgbench.machine.Machine;
import org.hgbench.machine.settings.Settings;
import org.hgbench.machine.yardstick.Yardstick;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/// A machine with nothing behind its boundary but the yardstick device. The thread that measures is
/// its guest.
@State(Scope.Thread)
public class YardstickState {
  /// Settings of the boundary and the placement, `key=value` separated by semicolons.
  @Param("Boundary/Name=simulated")
  public String boundary;

  /// The machine.
  public Machine machine;

  /// Its bare traps and interrupts.
  public Yardstick yardstick;

  /// Builds the machine and traps once, by which the thread becomes the guest.
  @Setup(Level.Trial)
  public void open() {
    Map<String, String> settings =
        new LinkedHashMap<>(Settings.parse(List.of(boundary.split(";"))).all());
    settings.put("Devices/yardstick/0/Enabled", "true");
    machine = Machine.open(Settings.of(settings));
    machine.placement().pinGuest();
    yardstick = machine.yardstick(0);
    yardstick.trap();
  }

  /// Ends it.
  @TearDown(Level.Trial)
  public void close() {
    machine.close();
  }
}
