package org.hgbench.harness.environment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The processor time that control groups (version 1, version 2 or both) grant this process.
///
/// A quota holds for a group and everything below it, so the process is under those of its own
/// group and of every group above it that is visible here. The groups are looked up once.
///
/// Source: `cgroups(7)`; Linux `Documentation/admin-guide/cgroup-v2.rst` (`cpu.max`, `cpu.stat`)
/// and `Documentation/scheduler/sched-bwc.rst` (`cpu.cfs_quota_us`, `cpu.cfs_period_us`).
final class CpuQuota {
  /// How often and for how long the groups of this process were stopped, ever.
  ///
  /// @param periods enforcement periods that ended with the quota used up
  /// @param nanos time that their processors spent stopped
  record Throttling(long periods, long nanos) {
    static final Throttling NONE = new Throttling(0, 0);

    Throttling plus(Throttling other) {
      return new Throttling(periods + other.periods, nanos + other.nanos);
    }

    Throttling since(Throttling before) {
      return new Throttling(
          Math.max(0, periods - before.periods), Math.max(0, nanos - before.nanos));
    }
  }

  private final SystemFiles files;
  private final List<String> groups;
  private final List<String> throttled;

  private CpuQuota(SystemFiles files, List<String> groups) {
    this.files = files;
    this.groups = groups;
    this.throttled =
        groups.stream()
            .map(group -> group + "/cpu.stat")
            .filter(stat -> files.number(stat, "nr_throttled").isPresent())
            .toList();
  }

  static CpuQuota of(SystemFiles files) {
    List<String> mounts = files.lines("proc/self/mountinfo");
    return new CpuQuota(
        files,
        files.lines("proc/self/cgroup").stream()
            .flatMap(line -> groups(line, mounts).stream())
            .toList());
  }

  /// The tightest quota in cores; empty when time is not limited.
  OptionalDouble cores() {
    return groups.stream()
        .flatMap(group -> Stream.of(version1(group), version2(group)))
        .flatMapToDouble(OptionalDouble::stream)
        .min();
  }

  Throttling throttling() {
    return throttled.stream().map(this::throttling).reduce(Throttling.NONE, Throttling::plus);
  }

  private Throttling throttling(String stat) {
    return new Throttling(
        files.number(stat, "nr_throttled").orElse(0L),
        files
            .number(stat, "throttled_usec")
            .map(micros -> micros * 1_000)
            .or(() -> files.number(stat, "throttled_time"))
            .orElse(0L));
  }

  private OptionalDouble version1(String group) {
    long quota = files.number(group + "/cpu.cfs_quota_us").orElse(-1L);
    long period = files.number(group + "/cpu.cfs_period_us").orElse(0L);
    return quota > 0 && period > 0
        ? OptionalDouble.of((double) quota / period)
        : OptionalDouble.empty();
  }

  private OptionalDouble version2(String group) {
    return files
        .text(group + "/cpu.max")
        .filter(text -> text.matches("\\d{1,18} [1-9]\\d{0,17}"))
        .map(text -> text.split(" "))
        .map(
            words -> OptionalDouble.of(Double.parseDouble(words[0]) / Double.parseDouble(words[1])))
        .orElse(OptionalDouble.empty());
  }

  /// The directories of one line `hierarchy:controllers:path` of `/proc/self/cgroup`, own group
  /// first.
  private static List<String> groups(String line, List<String> mounts) {
    String[] parts = line.split(":", 3);
    boolean version2 = parts.length == 3 && parts[0].equals("0") && parts[1].isEmpty();
    if (parts.length < 3 || !version2 && !lists(parts[1], "cpu")) {
      return List.of();
    }
    return mounts.stream()
        .map(mount -> mount.split(" "))
        .filter(mount -> version2 ? isVersion2(mount) : isCpuOfVersion1(mount))
        .findFirst()
        .map(mount -> chain(mount[4], below(mount[3], parts[2])))
        .orElse(List.of());
  }

  private static boolean isVersion2(String[] mount) {
    return after(mount, fields -> fields[0].equals("cgroup2"));
  }

  private static boolean isCpuOfVersion1(String[] mount) {
    return after(
        mount, fields -> fields[0].equals("cgroup") && lists(fields[fields.length - 1], "cpu"));
  }

  /// Tests the fields behind the lone hyphen: type, source, options.
  private static boolean after(String[] mount, Predicate<String[]> test) {
    int hyphen = Arrays.asList(mount).indexOf("-");
    return hyphen > 4
        && mount.length > hyphen + 1
        && test.test(Arrays.copyOfRange(mount, hyphen + 1, mount.length));
  }

  private static boolean lists(String options, String option) {
    return Arrays.asList(options.split(",")).contains(option);
  }

  /// The path relative to what is mounted. A group outside it (a container that sees the names of
  /// its host but only its own files) is the mounted one itself.
  private static String below(String mounted, String path) {
    String prefix = mounted.equals("/") ? "" : mounted;
    boolean inside = path.startsWith(prefix + "/") && !path.contains("/..");
    return inside ? path.substring(prefix.length()) : "/";
  }

  private static List<String> chain(String mountPoint, String path) {
    List<String> chain = new ArrayList<>();
    String rest = path;
    while (rest.length() > 1) {
      chain.add(mountPoint + rest);
      rest = rest.substring(0, rest.lastIndexOf('/'));
    }
    chain.add(mountPoint);
    return chain;
  }
}
