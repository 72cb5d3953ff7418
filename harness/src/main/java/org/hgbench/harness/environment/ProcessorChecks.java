package org.hgbench.harness.environment;

import java.util.Locale;
import java.util.Optional;
import org.hgbench.results.model.Environment.Finding;

/// Which processors may this process use, how much of them, and are they its own?
///
/// Source: Linux `Documentation/ABI/testing/sysfs-devices-system-cpu`, `admin-guide/cgroup-v2.rst`,
/// `admin-guide/kernel-parameters.txt` (`isolcpus`, `nohz_full`).
final class ProcessorChecks {
  private static final String CPU = "sys/devices/system/cpu/";

  private ProcessorChecks() {}

  /// Once a quota is used up, every thread of the group stands still for the rest of the period,
  /// usually up to 100 ms. A quota of all usable processors can never be used up.
  static Optional<Finding> quota(Patient patient) {
    if (patient.files().lines("proc/self/cgroup").isEmpty()) {
      return Optional.empty();
    }
    int usable =
        CpuList.allowed(patient.files()).map(CpuList::count).orElse(patient.onlineProcessors());
    CpuQuota quota = CpuQuota.of(patient.files());
    if (quota.cores().isEmpty()) {
      return Optional.of(Grade.GOOD.finding("quota", "none", null));
    }
    double cores = quota.cores().getAsDouble();
    return Optional.of(
        (cores < usable ? Grade.POOR : Grade.GOOD)
            .finding(
                "quota",
                String.format(
                    Locale.ROOT,
                    "%.1f of %d processors, stopped %d times so far",
                    cores,
                    usable,
                    quota.throttling().periods()),
                "Give the container whole processors instead of a quota: `docker run"
                    + " --cpuset-cpus=2,3`, or Kubernetes' static CPU manager policy with an"
                    + " integer CPU limit."));
  }

  /// With one processor guest and host can only take turns.
  static Optional<Finding> processors(Patient patient) {
    return CpuList.allowed(patient.files())
        .map(allowed ->
            (allowed.count() < 2 ? Grade.FAIR : Grade.GOOD)
                .finding(
                    "processors",
                    "%s of %s"
                        .formatted(
                            allowed.text(),
                            CpuList.online(patient.files()).map(CpuList::text).orElse("?")),
                    "Give the process at least two processors, so that guest and host can run"
                        + " side by side."));
  }

  static Optional<Finding> smt(Patient patient) {
    return patient
        .files()
        .number(CPU + "smt/active")
        .map(active ->
            (active == 0 ? Grade.GOOD : Grade.FAIR)
                .finding(
                    "smt",
                    active == 0 ? "off" : "on",
                    "Leave the siblings of the measured cores idle, or write `off` to /"
                        + CPU
                        + "smt/control as root and `on` after the run."));
  }

  /// Isolated processors are for the measured threads alone: the kernel does not spread threads
  /// over them, so a JVM that is confined to them runs all its threads on one.
  static Optional<Finding> isolation(Patient patient) {
    Optional<CpuList> isolated = list(patient, "isolated");
    Optional<CpuList> tickless = list(patient, "nohz_full");
    if (isolated.isEmpty() && tickless.isEmpty()) {
      return Optional.empty();
    }
    String value =
        "isolated %s, nohz_full %s"
            .formatted(
                isolated.map(ProcessorChecks::text).orElse("none"),
                tickless.map(ProcessorChecks::text).orElse("none"));
    Optional<CpuList> allowed = CpuList.allowed(patient.files());
    boolean confined =
        isolated.isPresent() && allowed.isPresent() && isolated.get().contains(allowed.get());
    boolean some = isolated.filter(list -> list.count() > 0).isPresent();
    if (confined) {
      return Optional.of(
          Grade.FAIR.finding(
              "isolation",
              value,
              "Start the JVM on ordinary processors and pin only the measured threads to the"
                  + " isolated ones, over which the kernel does not spread threads."));
    }
    return Optional.of(
        (some ? Grade.GOOD : Grade.FAIR)
            .finding(
                "isolation",
                value,
                patient.onlineProcessors() < 4
                    ? "Use a machine with four processors or more, so that two can be kept free of"
                        + " other work."
                    : "Boot with `isolcpus=` and `nohz_full=` naming two processors, pin only the"
                        + " measured threads there, and leave the JVM's other threads outside."));
  }

  private static Optional<CpuList> list(Patient patient, String file) {
    return patient.files().text(CPU + file).flatMap(CpuList::parse);
  }

  private static String text(CpuList list) {
    return list.count() == 0 ? "none" : list.text();
  }
}
