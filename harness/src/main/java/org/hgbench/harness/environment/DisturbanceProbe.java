package org.hgbench.harness.environment;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Reads what can disturb a measurement. Make one per process and take a snapshot before and after
/// each measurement, outside the timed section.
///
/// For a JVM of 20 threads a snapshot took 1.6 ms while its code was cold and 0.8 ms once it was
/// compiled (two virtual processors on nested virtualization), half of it in the kernel. Making the
/// probe takes 30 ms, once.
public final class DisturbanceProbe {
  private static final String TASKS = "proc/self/task";

  /// Position of `majflt` in `/proc/self/stat` behind the name, which may contain anything.
  private static final int MAJOR_FAULTS = 9;

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
    return new DisturbanceSnapshot(
        System.nanoTime(),
        ProcessorTimes.read(files),
        threads(),
        quota.throttling(),
        majorFaults().orElse(0L));
  }

  private Map<String, ThreadSwitches> threads() {
    Map<String, ThreadSwitches> threads = new HashMap<>();
    for (String task : files.names(TASKS)) {
      files
          .text(TASKS + "/" + task + "/status")
          .flatMap(ThreadSwitches::parse)
          .ifPresent(switches -> threads.put(task, switches));
    }
    return threads;
  }

  /// Faults of the whole process that had to wait for a disk.
  private Optional<Long> majorFaults() {
    return files
        .text("proc/self/stat")
        .map(stat -> stat.substring(stat.lastIndexOf(')') + 1).strip().split(" "))
        .filter(fields -> fields.length > MAJOR_FAULTS)
        .flatMap(fields -> SystemFiles.digits(fields[MAJOR_FAULTS]));
  }
}
