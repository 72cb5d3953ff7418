package org.hgbench.harness.environment;

import java.util.BitSet;
import java.util.Optional;

/// A set of processors in the kernel's notation, such as `0-3,8`.
///
/// @param text the notation
/// @param cpus the numbers
record CpuList(String text, BitSet cpus) {
  /// Reads the notation. An empty one and the kernel's `(null)` have no processors.
  static Optional<CpuList> parse(String text) {
    if (text.isEmpty() || text.equals("(null)")) {
      return Optional.of(new CpuList("", new BitSet()));
    }
    BitSet cpus = new BitSet();
    for (String range : text.split(",")) {
      if (!range.matches("\\d{1,6}(-\\d{1,6})?")) {
        return Optional.empty();
      }
      String[] ends = range.split("-");
      int first = Integer.parseInt(ends[0]);
      int last = Integer.parseInt(ends[ends.length - 1]);
      if (last < first) {
        return Optional.empty();
      }
      cpus.set(first, last + 1);
    }
    return Optional.of(new CpuList(text, cpus));
  }

  int count() {
    return cpus.cardinality();
  }

  boolean contains(CpuList other) {
    BitSet outside = (BitSet) other.cpus.clone();
    outside.andNot(cpus);
    return outside.isEmpty();
  }

  /// The processors that are running.
  static Optional<CpuList> online(SystemFiles files) {
    return files.text("sys/devices/system/cpu/online").flatMap(CpuList::parse);
  }

  /// Those this process may use: its affinity, which a cpuset has already narrowed.
  static Optional<CpuList> allowed(SystemFiles files) {
    return files.lines("proc/self/status").stream()
        .filter(line -> line.startsWith("Cpus_allowed_list:"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .flatMap(CpuList::parse);
  }
}
