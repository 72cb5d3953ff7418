package org.hgbench.harness.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.hgbench.results.model.Environment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentCaptureTest {
  @TempDir Path root;

  @Test
  void describesALaptop() {
    Environment laptop = capture("laptop");

    assertThat(laptop.cpu()).isEqualTo("11th Gen Intel(R) Core(TM) i7-1165G7 @ 2.80GHz");
    assertThat(laptop.memoryBytes()).isEqualTo(16_093_404L * 1024);
    assertThat(laptop.os()).isEqualTo("Fedora Linux 42 (Workstation Edition)");
    assertThat(laptop.kernel()).isEqualTo("6.15.4-200.fc42.x86_64");
    assertThat(laptop.hypervisor()).isNull();
    assertThat(laptop.governor()).isEqualTo("powersave");
    assertThat(laptop.clockSource()).isEqualTo("tsc");
    assertThat(laptop.stealPercent()).isZero();
    assertThat(laptop.grade()).isEqualTo("poor");
  }

  @Test
  void describesACloudMachine() {
    Environment cloud = capture("cloud");

    assertThat(cloud.hypervisor()).isEqualTo("KVM (Google Compute Engine)");
    assertThat(cloud.governor()).isNull();
    assertThat(cloud.stealPercent()).isEqualTo(3.0);
  }

  @Test
  void describesAMachineWithoutFirmwareTables() {
    Environment nested = capture("nested");

    assertThat(nested.hypervisor()).isEqualTo("KVM");
    assertThat(nested.cpu()).isEqualTo("AMD EPYC");
  }

  @Test
  void countsTheStealOfTheRunAlone() {
    FixtureMachine cloud = FixtureMachine.unpack("cloud", root);
    ProcessorTimes before = ProcessorTimes.read(cloud.files()).orElseThrow();
    cloud.write("proc/stat", "cpu  60100 0 20000 16050 500 0 500 3050 0 0");

    assertThat(cloud.capture().capture(before).stealPercent()).isEqualTo(25.0);
  }

  @Test
  void namesEachGovernorOnce() {
    FixtureMachine laptop =
        FixtureMachine.unpack("laptop", root)
            .write("sys/devices/system/cpu/cpu1/cpufreq/scaling_governor", "performance");

    assertThat(laptop.capture().capture(ProcessorTimes.AT_BOOT).governor())
        .isEqualTo("performance, powersave");
  }

  @Test
  void fallsBackToTheJavaRuntimeWhereNothingCanBeRead() {
    Environment mac = new FixtureMachine(root).capture().capture(ProcessorTimes.AT_BOOT);

    assertThat(mac.os()).isEqualTo("Mac OS X");
    assertThat(mac.kernel()).isEqualTo("15.5");
    assertThat(mac.memoryBytes()).isEqualTo(8L << 30);
    assertThat(mac.cores()).isEqualTo(2);
    assertThat(mac.jvmFlags()).containsExactly("-Xmx1g");
    assertThat(mac.clockNanos()).isEqualTo(25);
    assertThat(mac.clockStepNanos()).isEqualTo(10);
    assertThat(mac.cpu()).isNull();
    assertThat(mac.hypervisor()).isNull();
    assertThat(mac.governor()).isNull();
    assertThat(mac.clockSource()).isNull();
    assertThat(mac.stealPercent()).isNull();
    assertThat(mac.grade()).isEqualTo("fair");
  }

  @Test
  void describesThisMachine() {
    Environment here = EnvironmentCapture.ofThisMachine().capture(ProcessorTimes.AT_BOOT);

    assertThat(here.cores()).isEqualTo(Runtime.getRuntime().availableProcessors());
    assertThat(here.jdk()).contains(System.getProperty("java.runtime.version"));
    assertThat(here.clockNanos()).isBetween(1.0, 100_000.0);
    assertThat(here.memoryBytes()).isGreaterThan(1L << 20);
    assertThat(here.findings()).isNotEmpty();
  }

  private Environment capture(String machine) {
    return FixtureMachine.unpack(machine, root).capture().capture(ProcessorTimes.AT_BOOT);
  }
}
