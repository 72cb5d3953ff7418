package org.hgbench.harness.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.hgbench.results.model.Environment.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DoctorTest {
  @TempDir Path root;

  @Test
  void findsALaptopPoorForItsGovernor() {
    Doctor.Diagnosis laptop = diagnose("laptop");

    assertThat(laptop.grade()).isEqualTo(Grade.POOR);
    assertThat(grades(laptop))
        .containsExactly(
            "governor poor",
            "turbo fair",
            "swap fair",
            "smt fair",
            "isolation fair",
            "huge pages fair",
            "hypervisor good",
            "pressure good",
            "load good",
            "quota good",
            "clock good",
            "processors good");
    assertThat(finding(laptop, "governor").remedy())
        .contains("-g performance")
        .contains("-g powersave");
    assertThat(finding(laptop, "turbo").remedy())
        .contains("write 1 to /sys/devices/system/cpu/intel_pstate/no_turbo");
    assertThat(finding(laptop, "swap").value()).isEqualTo("412 of 8191 MiB used");
  }

  @Test
  void findsACloudMachinePoorForItsStealAndItsClock() {
    Doctor.Diagnosis cloud = diagnose("cloud");

    assertThat(cloud.grade()).isEqualTo(Grade.POOR);
    assertThat(grades(cloud))
        .containsExactly(
            "steal poor",
            "clock poor",
            "hypervisor fair",
            "pressure good",
            "load good",
            "quota good",
            "swap good",
            "processors good",
            "smt good",
            "isolation good",
            "huge pages good");
    assertThat(finding(cloud, "steal").value()).isEqualTo("3.00 %");
    assertThat(finding(cloud, "clock").remedy()).startsWith("Write `tsc` to");
    assertThat(finding(cloud, "isolation").value()).isEqualTo("isolated 2-3, nohz_full 2-3");
  }

  @Test
  void findsAContainerPoorForItsQuota() {
    Doctor.Diagnosis container = diagnose("container");

    assertThat(container.grade()).isEqualTo(Grade.POOR);
    assertThat(grades(container))
        .containsExactly(
            "quota poor",
            "swap poor",
            "clock poor",
            "load fair",
            "hypervisor good",
            "governor good",
            "turbo good",
            "processors good",
            "smt good");
    assertThat(finding(container, "quota").value())
        .isEqualTo("1.5 of 4 processors, stopped 20 times so far");
    assertThat(finding(container, "processors").value()).isEqualTo("2-5 of 0-23");
    assertThat(finding(container, "clock").remedy()).doesNotContain("Write");
  }

  @Test
  void findsANestedMachinePoorForThePressureOnIt() {
    Doctor.Diagnosis nested = diagnose("nested");

    assertThat(grades(nested))
        .startsWith(
            "pressure poor", "load poor", "hypervisor fair", "isolation fair", "steal good");
    assertThat(finding(nested, "pressure").value())
        .isEqualTo("waiting for cpu 14.4 %, memory unknown, io unknown of the last minute");
    assertThat(finding(nested, "isolation").remedy()).contains("four processors");
  }

  @Test
  void trustsAMachineThatItCannotSeeNoMoreThanFairly() {
    Doctor.Diagnosis mac = Doctor.examine(new FixtureMachine(root).patient());

    assertThat(mac.grade()).isEqualTo(Grade.FAIR);
    assertThat(grades(mac)).containsExactly("visibility fair", "clock good");
  }

  @Test
  void findsAQuietMachineGoodWhateverItAdvises() {
    FixtureMachine laptop =
        FixtureMachine.unpack("laptop", root)
            .write("proc/meminfo", "MemTotal: 100 kB\nSwapTotal: 0 kB\nSwapFree: 0 kB")
            .write("sys/devices/system/cpu/intel_pstate/no_turbo", "1");
    governor("performance");

    Doctor.Diagnosis quiet = Doctor.examine(laptop.patient());

    assertThat(quiet.grade()).isEqualTo(Grade.GOOD);
    assertThat(grades(quiet)).contains("smt fair", "isolation fair", "huge pages fair");
  }

  @ParameterizedTest
  @ValueSource(strings = {"laptop", "cloud", "container", "old-container", "nested"})
  void givesARemedyForWhateverIsNotGoodAndForNothingElse(String machine) {
    assertThat(diagnose(machine).findings())
        .allSatisfy(finding -> {
          if (finding.grade().equals("good")) {
            assertThat(finding.remedy()).isNull();
          } else {
            assertThat(finding.remedy()).endsWith(".").doesNotContain(". ");
          }
        });
  }

  @ParameterizedTest
  @CsvSource({
    "performance, acpi-cpufreq, good",
    "powersave, acpi-cpufreq, fair",
    "powersave, intel_pstate, poor",
    "powersave, amd-pstate-epp, poor",
    "userspace, acpi-cpufreq, fair",
    "schedutil, intel_cpufreq, poor",
    "ondemand, acpi-cpufreq, poor"
  })
  void gradesAGovernorByWhatItDoesWithItsDriver(String governor, String driver, String grade) {
    FixtureMachine machine =
        new FixtureMachine(root)
            .write("sys/devices/system/cpu/cpu0/cpufreq/scaling_driver", driver)
            .write("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor", governor);

    assertThat(FrequencyChecks.governor(machine.patient()).orElseThrow().grade()).isEqualTo(grade);
  }

  @ParameterizedTest
  @CsvSource({"49, good", "50, fair", "199, fair", "200, poor"})
  void gradesAClockByItsCost(double nanos, String grade) {
    FixtureMachine laptop = FixtureMachine.unpack("laptop", root);

    assertThat(ClockChecks.clock(laptop.patient(new ClockCost(nanos, 1))).orElseThrow().grade())
        .isEqualTo(grade);
  }

  @ParameterizedTest
  @CsvSource({"0, good", "9, good", "10, fair", "99, fair", "100, poor"})
  void gradesStealByTheTailItReaches(int ticksOfTenThousand, String grade) {
    FixtureMachine cloud =
        FixtureMachine.unpack("cloud", root)
            .write(
                "proc/stat",
                "cpu 0 0 0 %d 0 0 0 %d".formatted(10_000 - ticksOfTenThousand, ticksOfTenThousand));

    assertThat(ContentionChecks.steal(cloud.patient()).orElseThrow().grade()).isEqualTo(grade);
  }

  @Test
  void warnsOfAJvmThatIsConfinedToIsolatedProcessors() {
    FixtureMachine cloud =
        FixtureMachine.unpack("cloud", root).write("proc/self/status", "Cpus_allowed_list:\t2-3");

    Finding isolation = ProcessorChecks.isolation(cloud.patient()).orElseThrow();
    assertThat(isolation.grade()).isEqualTo("fair");
    assertThat(isolation.remedy()).startsWith("Start the JVM on ordinary processors");
  }

  @Test
  void acceptsAQuotaOfAllUsableProcessors() {
    FixtureMachine container = FixtureMachine.unpack("container", root);
    container.write("sys/fs/cgroup/cpu.max", "400000 100000");
    container.write("sys/fs/cgroup/bench/inner/cpu.max", "max 100000");

    assertThat(ProcessorChecks.quota(container.patient()).orElseThrow().grade()).isEqualTo("good");
  }

  @Test
  void saysThatOneProcessorIsTooFew() {
    FixtureMachine nested =
        FixtureMachine.unpack("nested", root).write("proc/self/status", "Cpus_allowed_list:\t0");

    assertThat(ProcessorChecks.processors(nested.patient()).orElseThrow().grade())
        .isEqualTo("fair");
  }

  private void governor(String governor) {
    for (int cpu = 0; cpu < 2; cpu++) {
      new FixtureMachine(root)
          .write("sys/devices/system/cpu/cpu%d/cpufreq/scaling_governor".formatted(cpu), governor);
    }
  }

  private Doctor.Diagnosis diagnose(String machine) {
    return Doctor.examine(FixtureMachine.unpack(machine, root).patient());
  }

  private static List<String> grades(Doctor.Diagnosis diagnosis) {
    return diagnosis.findings().stream()
        .map(finding -> finding.name() + " " + finding.grade())
        .toList();
  }

  private static Finding finding(Doctor.Diagnosis diagnosis, String name) {
    return diagnosis.findings().stream()
        .filter(finding -> finding.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
