package org.hgbench.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hgbench.machine.boundary.SimulatedBoundary;
import org.hgbench.machine.counter.CounterValues;
import org.hgbench.machine.settings.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
@Isolated("counts what this process has mapped and what devices say")
class MachineTest {
  @BeforeEach
  void forgetEvents() {
    TestDevice.events.clear();
  }

  @Test
  void isBareWithoutSettings() {
    try (Machine machine = open()) {
      assertThat(machine.ram().bytes()).isEqualTo(64 << 20);
      assertThat(machine.boundary().name()).isEqualTo("simulated");
      assertThat(machine.vcpu(0).in(0x3D0)).isEqualTo(-1);
      assertThat(machine.counters()).isEqualTo(new CounterValues(1, 0, 0, 0));
      assertThatThrownBy(() -> machine.vcpu(1)).isInstanceOf(IndexOutOfBoundsException.class);
    }
  }

  @Test
  void plugsInTheDevicesThatTheSettingsAskFor() {
    try (Machine machine =
        open("Devices/test/0/Enabled = true", "Devices/test/7/Config/Size = 64K")) {
      machine.vcpu(0).out(0x202, 0x1234);
      machine.vcpu(0).out(0x270, 9);

      assertThat(machine.memory().window("test/0/own").u32(0)).isEqualTo(0x1234);
      assertThat(machine.memory().window("test/7/own").bytes()).isEqualTo(0x10000);
      assertThat(machine.vcpu(0).in(0x270)).isEqualTo(9);
      assertThat(machine.vcpu(0).in(0x200)).isZero();
      assertThat(machine.line("test/0")).isZero();
      assertThat(machine.line("test/7")).isEqualTo(1);
      assertThat(machine.host().device("test/7", TestDevice.class).context().line().number())
          .isEqualTo(1);
      machine.host().reset();
    }
    assertThat(TestDevice.events)
        .containsExactly("create 0", "create 7", "reset 0", "reset 7", "close 7", "close 0");
  }

  @Test
  void leavesOutADeviceThatIsSwitchedOffWhateverItsSettings() {
    try (Machine machine =
        open("Devices/test/0/Enabled = false", "Devices/test/0/Config/Anything = 1")) {
      assertThat(machine.vcpu(0).in(0x200)).isEqualTo(-1);
    }
    assertThat(TestDevice.events).isEmpty();
  }

  @Test
  void buildsAsManyVcpusAsAsked() {
    try (Machine machine = open("Vcpus = 3", "RamSize = 2M")) {
      assertThat(machine.vcpu(2)).isNotNull();
      assertThat(machine.ram().bytes()).isEqualTo(2 << 20);
    }
  }

  @Test
  void modelsTheCostThatTheSettingsAskFor() {
    try (Machine machine = open("Boundary/Preset = hyper-v-2018")) {
      assertThat(((SimulatedBoundary) machine.boundary()).cost().trapNanos()).isEqualTo(9_411);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Devices/tset/0/Enabled = true | setting Devices/tset: no such device; there are [test, yardstick]
          Devices/test/one/Enabled = true | setting Devices/test/one: 'one' is not an instance number such as 0
          Devices/test/-1/Enabled = true | setting Devices/test/-1: '-1' is not an instance number such as 0
          Boundary/Name = xen | setting Boundary/Name: no boundary 'xen'; there are kvm, process, simulated, auto
          Boundary/Preset = xen | no preset 'xen'; there are none, virtualbox-2018, hyper-v-2018
          RamSize = 1M | setting RamSize: 1048576 bytes is not between 2M and 3G
          RamSize = 4G | setting RamSize: 4294967296 bytes is not between 2M and 3G
          RamSize = 2097153 | region ram: address=0x0 and bytes=2097153 must be multiples of 4096, and bytes above 0
          Vcpus = 0 | setting Vcpus: 0 is not 1 or more
          RamSise = 64M | unknown settings: RamSise (did you mean RamSize?)
          Colour = red | unknown settings: Colour
          Devices/test/0/Config/Prot = 5 | unknown settings: Devices/test/0/Config/Prot (did you mean Devices/test/0/Config/Port?)
          """)
  void saysWhatIsWrongWithASetting(String line, String message) {
    assertThatThrownBy(() -> open(line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void refusesTwoDevicesOnOnePort() {
    assertThatThrownBy(
            () -> open("Devices/test/0/Enabled=true", "Devices/test/1/Config/Port = 0x202"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("port claimed twice: port=0x202");
  }

  @Test
  void refusesMoreDevicesThanThereAreInterruptLines() {
    String[] devices = new String[9];
    for (int i = 0; i < devices.length; i++) {
      devices[i] = "Devices/test/%d/Enabled = true".formatted(i);
    }

    assertThatThrownBy(() -> open(devices))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no such interrupt line: number=8, there are 8");
    assertThat(TestDevice.events).hasSize(16);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void givesBackEverythingWhenADeviceRefusesToStart() throws IOException {
    long mappings = mappings();
    Throwable failure =
        catchThrowable(() ->
            open(
                "Devices/test/0/Config/FailsToClose = true",
                "Devices/test/1/Enabled = true",
                "Devices/test/2/Config/Broken = true"));

    assertThat(failure).hasMessage("test device 2 is broken");
    assertThat(failure.getSuppressed())
        .singleElement()
        .satisfies(s -> assertThat(s).hasMessage("test device 0 does not close"));
    assertThat(TestDevice.events)
        .containsExactly("create 0", "create 1", "create 2", "close 1", "close 0");
    assertThat(mappings()).isEqualTo(mappings);
  }

  @Test
  void closesEverythingButTheMemoryWhenADeviceDoesNotClose() {
    Machine machine =
        open("Devices/test/0/Enabled = true", "Devices/test/1/Config/FailsToClose = true");
    machine.ram().u32(0, 42);

    assertThatThrownBy(machine::close).hasMessage("test device 1 does not close");

    assertThat(TestDevice.events).endsWith("close 1", "close 0");
    // A thread of that device may still be at work on it.
    assertThat(machine.ram().u32(0)).isEqualTo(42);
    machine.memory().close();
  }

  @Test
  void anInterruptTravelsFromTheDeviceToAWaitingGuest() throws InterruptedException {
    try (Machine machine = open("Vcpus = 2", "Devices/test/0/Enabled = true")) {
      CountingHandler handler =
          new CountingHandler(0x201, machine.memory().window("test/0/own"), TestDevice.REASON);
      machine.vcpu(0).handle(machine.line("test/0"), handler);
      Thread guest =
          Thread.ofPlatform()
              .start(() -> {
                while (handler.taken() == 0) {
                  machine.vcpu(0).halt(TimeUnit.SECONDS.toNanos(10));
                }
              });
      machine.vcpu(1).out(0x201, 0);
      guest.join();

      assertThat(handler.lastValue()).isEqualTo(1);
      assertThat(machine.counters()).isEqualTo(new CounterValues(2, 1, 0, 0));
    }
  }

  private static Machine open(String... lines) {
    return Machine.open(Settings.parse(List.of(lines)));
  }

  private static long mappings() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/maps")).stream()
        .filter(line -> line.contains("memfd:hgbench"))
        .count();
  }
}
