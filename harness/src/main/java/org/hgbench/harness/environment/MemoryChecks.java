package org.hgbench.harness.environment;

import java.util.Optional;
import org.hgbench.results.model.Environment.Finding;

/// Does memory stay where it is?
///
/// Source: Linux `Documentation/admin-guide/mm/transhuge.rst`; `proc_meminfo(5)`; `swapoff(8)`.
final class MemoryChecks {
  private static final String HUGE_PAGES = "sys/kernel/mm/transparent_hugepage/enabled";

  private MemoryChecks() {}

  /// Pages of programs that sleep may rest in swap; it hurts once memory is short as well.
  static Optional<Finding> swap(Patient patient) {
    Optional<Long> total = patient.files().number("proc/meminfo", "SwapTotal");
    Optional<Long> free = patient.files().number("proc/meminfo", "SwapFree");
    if (total.isEmpty() || free.isEmpty()) {
      return Optional.empty();
    }
    if (total.get() == 0) {
      return Optional.of(Grade.GOOD.finding("swap", "none", null));
    }
    long used = total.get() - free.get();
    boolean isShort =
        patient.files().number("proc/meminfo", "MemAvailable").orElse(Long.MAX_VALUE)
            < patient.files().number("proc/meminfo", "MemTotal").orElse(0L) / 10;
    return Optional.of(
        (used == 0 ? Grade.GOOD : isShort ? Grade.POOR : Grade.FAIR)
            .finding(
                "swap",
                "%d of %d MiB used".formatted(used / 1024, total.get() / 1024),
                "Close what needs the memory, and only if `free` shows more available than swapped"
                    + " run `sudo swapoff -a`, after the run `sudo swapon -a`."));
  }

  /// With `always` the kernel collects huge pages for everybody, in the middle of whatever runs.
  static Optional<Finding> hugePages(Patient patient) {
    return patient
        .files()
        .text(HUGE_PAGES)
        .filter(text -> text.contains("[") && text.indexOf(']') > text.indexOf('['))
        .map(text -> text.substring(text.indexOf('[') + 1, text.indexOf(']')))
        .map(mode ->
            (mode.equals("always") ? Grade.FAIR : Grade.GOOD)
                .finding(
                    "huge pages",
                    mode,
                    "Write `madvise` to /"
                        + HUGE_PAGES
                        + " as root; a JVM that wants huge pages asks for them with"
                        + " -XX:+UseTransparentHugePages."));
  }
}
