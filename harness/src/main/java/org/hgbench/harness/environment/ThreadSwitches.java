package org.hgbench.harness.environment;

import java.util.Optional;

/// How often one thread left its processor, ever.
///
/// @param name as the kernel knows it, at most 15 characters
/// @param voluntary because it waited for something
/// @param involuntary because another thread took its place
record ThreadSwitches(String name, long voluntary, long involuntary) {
  private static final String NAME = "Name:";
  private static final String VOLUNTARY = "\nvoluntary_ctxt_switches:";
  private static final String INVOLUNTARY = "\nnonvoluntary_ctxt_switches:";

  /// Reads `/proc/self/task/ID/status`; absent when the thread has just ended. The name is in the
  /// first line and the counts are in the last, so each is looked for from its end.
  static Optional<ThreadSwitches> parse(String status) {
    int involuntary = status.lastIndexOf(INVOLUNTARY);
    int voluntary = status.lastIndexOf(VOLUNTARY);
    if (!status.startsWith(NAME) || voluntary < 0 || involuntary < voluntary) {
      return Optional.empty();
    }
    String name = status.substring(NAME.length(), status.indexOf('\n')).strip();
    return SystemFiles.digits(status.substring(voluntary + VOLUNTARY.length(), involuntary).strip())
        .flatMap(waits ->
            SystemFiles.digits(status.substring(involuntary + INVOLUNTARY.length()).strip())
                .map(preemptions -> new ThreadSwitches(name, waits, preemptions)));
  }

  /// The compiler's and the collector's threads: they come and go beside the measurement, and
  /// taking their processor away disturbs nothing.
  boolean isVirtualMachine() {
    return name.length() > 2
        && name.charAt(2) == ' '
        && switch (name.substring(0, 2)) {
          case "C1", "C2", "G1", "GC", "VM" -> true;
          default -> false;
        };
  }

  ThreadSwitches since(ThreadSwitches before) {
    return new ThreadSwitches(
        name,
        Math.max(0, voluntary - before.voluntary),
        Math.max(0, involuntary - before.involuntary));
  }
}
