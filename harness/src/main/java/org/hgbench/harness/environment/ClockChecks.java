package org.hgbench.harness.environment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.hgbench.results.model.Environment.Finding;

/// Is the clock cheap and fine enough to time one operation?
///
/// Source: Linux `Documentation/virt/kvm/x86/timekeeping.rst`.
final class ClockChecks {
  static final String SOURCES = "sys/devices/system/clocksource/clocksource0/";
  static final String CURRENT = SOURCES + "current_clocksource";

  /// Clock sources that are a slow device (or no clock at all) and need a system call to read.
  private static final Set<String> DEVICES =
      Set.of("hpet", "acpi_pm", "pit", "jiffies", "refined-jiffies");

  private ClockChecks() {}

  /// Operations of a microsecond are timed one by one, so a read above 200 ns is a fifth of what it
  /// times; below 50 ns it is a read of a register in user space.
  static Optional<Finding> clock(Patient patient) {
    Optional<String> source = patient.files().text(CURRENT);
    Grade byCost = Grade.of(patient.clock().nanos(), 50, 200);
    Grade grade = source.filter(DEVICES::contains).isPresent() ? Grade.POOR : byCost;
    return Optional.of(
        grade.finding(
            "clock",
            String.format(
                Locale.ROOT,
                "%s, %.0f ns a read, steps of %.0f ns",
                source.orElse("unknown source"),
                patient.clock().nanos(),
                patient.clock().stepNanos()),
            remedy(patient, source.orElse(""))));
  }

  /// The kernel takes a counter that it found unstable off the list of available ones, so what is
  /// on the list is safe to choose.
  private static String remedy(Patient patient, String source) {
    String available = patient.files().text(SOURCES + "available_clocksource").orElse("");
    boolean better = !source.equals("tsc") && Arrays.asList(available.split(" ")).contains("tsc");
    return better
        ? "Write `tsc` to /"
            + CURRENT
            + " as root, since the kernel lists it as usable here, and examine again."
        : "Look in `dmesg` for why the kernel reads the time from something slow (firmware, or a"
            + " setting of the hypervisor), and mend that rather than force another clock.";
  }
}
