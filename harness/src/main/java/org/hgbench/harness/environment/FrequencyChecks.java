package org.hgbench.harness.environment;

import java.util.Arrays;
import java.util.Optional;
import org.hgbench.results.model.Environment.Finding;

/// Does the processor run at one speed?
///
/// Source: Linux `Documentation/admin-guide/pm/cpufreq.rst`, `intel_pstate.rst`, `amd-pstate.rst`.
final class FrequencyChecks {
  private static final String CPU = "sys/devices/system/cpu/";
  private static final String NO_TURBO = CPU + "intel_pstate/no_turbo";
  private static final String BOOST = CPU + "cpufreq/boost";

  private FrequencyChecks() {}

  static Optional<Finding> governor(Patient patient) {
    return EnvironmentCapture.governor(patient.files())
        .map(governors ->
            Arrays.stream(governors.split(", "))
                .map(governor -> grade(governor, patient.files()))
                .reduce(Grade.GOOD, Grade::worse)
                .finding(
                    "governor",
                    governors,
                    "For the time of the run `sudo cpupower frequency-set -g performance`,"
                        + " afterwards `-g "
                        + governors.split(", ")[0]
                        + "` again."));
  }

  /// A frequency that follows the load punishes whoever waits: threads that park between operations
  /// find a slow processor. `powersave` means the lowest frequency, except with the drivers that
  /// bring their own governors, where it follows the load.
  private static Grade grade(String governor, SystemFiles files) {
    String driver = files.text(CPU + "cpu0/cpufreq/scaling_driver").orElse("");
    return switch (governor) {
      case "performance" -> Grade.GOOD;
      case "userspace" -> Grade.FAIR;
      case "powersave" ->
          driver.equals("intel_pstate") || driver.equals("amd-pstate-epp")
              ? Grade.POOR
              : Grade.FAIR;
      default -> Grade.POOR;
    };
  }

  /// With turbo the frequency depends on temperature and on how many other cores are busy.
  static Optional<Finding> turbo(Patient patient) {
    return patient
        .files()
        .number(NO_TURBO)
        .map(off -> turbo(off == 0, NO_TURBO, 1))
        .or(() -> patient.files().number(BOOST).map(on -> turbo(on != 0, BOOST, 0)));
  }

  private static Finding turbo(boolean on, String file, int off) {
    return (on ? Grade.FAIR : Grade.GOOD)
        .finding(
            "turbo",
            on ? "on" : "off",
            "For the time of the run write %d to /%s as root, afterwards %d again."
                .formatted(off, file, 1 - off));
  }
}
