package org.hgbench.harness.environment;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads what can disturb a measurement. The children of this process, among them the host of the
/// boundary `process`, count as part of it. Make one per process and take a snapshot before and
/// after each measurement, outside the timed section.
///
/// For a JVM of 20 threads a snapshot took 1.6 ms while its code was cold and 0.8 ms once it was
/// compiled (two virtual processors on nested virtualization), half of it in the kernel. Making the
/// probe takes 30 ms, once.
public final class DisturbanceProbe {
  private static final String SELF = "self";

  /// Positions in `/proc/PID/stat` behind the name, which may contain anything.
  private static final int MAJOR_FAULTS = 9;

  private static final int USER_TICKS = 11;
  private static final int SYSTEM_TICKS = 12;

  private final SystemFiles files;
  private final CpuQuota quota;

  /// Reads from these files. Looks up the control groups, and takes a first snapshot, which loads
  /// the classes that the next ones need.
  public DisturbanceProbe(SystemFiles files) {
    this.files = files;
    this.quota = CpuQuota.of(files);
    snapshot();
  }

  /// The counts now.
  public DisturbanceSnapshot snapshot() {
    long now = System.nanoTime();
    Map<String, ThreadSwitches> threads = new HashMap<>();
    Set<String> processes = new LinkedHashSet<>(List.of(SELF));
    for (String task : files.names(tasks(SELF))) {
      files
          .text(tasks(SELF) + "/" + task + "/children")
          .ifPresent(children -> processes.addAll(List.of(children.split(" "))));
    }
    processes.remove("");
    processes.forEach(process -> addThreads(process, threads));
    return new DisturbanceSnapshot(
        now,
        ProcessorTimes.read(files),
        processes.stream()
            .mapToLong(one -> field(one, USER_TICKS) + field(one, SYSTEM_TICKS))
            .sum(),
        threads,
        quota.throttling(),
        field(SELF, MAJOR_FAULTS));
  }

  private void addThreads(String process, Map<String, ThreadSwitches> threads) {
    for (String task : files.names(tasks(process))) {
      files
          .text(tasks(process) + "/" + task + "/status")
          .flatMap(ThreadSwitches::parse)
          .ifPresent(switches -> threads.put(task, switches));
    }
  }

  private static String tasks(String process) {
    return "proc/" + process + "/task";
  }

  /// A field of the statistics of a process, 0 where they cannot be read.
  private long field(String process, int position) {
    return files
        .text("proc/" + process + "/stat")
        .map(stat -> stat.substring(stat.lastIndexOf(')') + 1).strip().split(" "))
        .filter(fields -> fields.length > position)
        .flatMap(fields -> SystemFiles.digits(fields[position]))
        .orElse(0L);
  }
}
