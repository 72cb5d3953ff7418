package org.hgbench.harness.environment;

import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hgbench.results.model.Environment;

/// Writes down the machine that a run takes place on, with the doctor's grade of it.
///
/// @param files what the kernel says
/// @param runtime what the Java runtime says
/// @param clock what the clock costs
public record EnvironmentCapture(SystemFiles files, JavaRuntime runtime, ClockCost clock) {
  /// Of this machine; measures the clock for about 20 ms, so make one and keep it.
  public static EnvironmentCapture ofThisMachine() {
    return new EnvironmentCapture(
        SystemFiles.ofThisMachine(), JavaRuntime.current(), ClockCost.measure());
  }

  /// The machine now.
  ///
  /// @param before processor times at the beginning of what the steal should be counted for, such
  ///   as the run; [ProcessorTimes#AT_BOOT] counts since the machine was started
  public Environment capture(ProcessorTimes before) {
    Optional<ProcessorTimes> times = ProcessorTimes.read(files).map(now -> now.since(before));
    Optional<String> hypervisor = Hypervisor.detect(files);
    Doctor.Diagnosis diagnosis =
        Doctor.examine(new Patient(files, runtime.processors(), hypervisor, clock, times));
    return new Environment(
        cpu().orElse(null),
        runtime.processors(),
        memoryBytes(),
        os(),
        files.text("proc/sys/kernel/osrelease").orElse(runtime.osVersion()),
        hypervisor.orElse(null),
        runtime.jdk(),
        runtime.flags(),
        governor(files).orElse(null),
        files.text(ClockChecks.CURRENT).orElse(null),
        clock.nanos(),
        clock.stepNanos(),
        times.flatMap(ProcessorTimes::stealPercent).orElse(null),
        diagnosis.grade().text(),
        diagnosis.findings());
  }

  /// The frequency governors in use, usually one; several are separated by commas.
  static Optional<String> governor(SystemFiles files) {
    String cpus = "sys/devices/system/cpu/";
    TreeSet<String> governors =
        files.names(cpus).stream()
            .filter(name -> name.matches("cpu\\d+"))
            .flatMap(name -> files.text(cpus + name + "/cpufreq/scaling_governor").stream())
            .collect(Collectors.toCollection(TreeSet::new));
    return governors.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", governors));
  }

  /// x86 names the model in each processor's block; Arm boards name it in the device tree or not at
  /// all, and servers in the firmware tables.
  private Optional<String> cpu() {
    return Stream.of("model name", "Model", "cpu model", "cpu")
        .flatMap(key -> cpuinfo(key).stream())
        .findFirst()
        .or(() -> files.text("proc/device-tree/model").map(model -> model.replace("\0", "")))
        .or(() -> cpuinfo("CPU part").map("Arm, part %s"::formatted));
  }

  private Optional<String> cpuinfo(String key) {
    return files.lines("proc/cpuinfo").stream()
        .map(line -> line.split("\\s*:\\s*", 2))
        .filter(parts -> parts.length == 2 && parts[0].equals(key))
        .map(parts -> parts[1].strip())
        .findFirst();
  }

  private Long memoryBytes() {
    return files
        .number("proc/meminfo", "MemTotal")
        .map(kibibytes -> kibibytes * 1024)
        .orElse(runtime.memoryBytes());
  }

  private String os() {
    return files.lines("etc/os-release").stream()
        .filter(line -> line.startsWith("PRETTY_NAME="))
        .map(line -> line.substring(line.indexOf('=') + 1).replace("\"", ""))
        .findFirst()
        .orElse(runtime.osName());
  }
}
