package org.hgbench.harness.soak;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.ToLongFunction;

/// What this process holds at one moment, when no link is open.
///
/// @param heapBytes of live objects: the heap after garbage collection
/// @param descriptors open file descriptors; 0 where the system does not tell
/// @param threads live threads
/// @param processes running children, and theirs
public record Usage(long heapBytes, long descriptors, long threads, long processes) {
  /// Reads it now. Collects garbage twice: the first collection lets cleaners run.
  static Usage now() {
    System.gc();
    System.gc();
    return new Usage(
        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
        ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
            ? unix.getOpenFileDescriptorCount()
            : 0,
        ManagementFactory.getThreadMXBean().getThreadCount(),
        ProcessHandle.current().descendants().count());
  }

  /// What is looked at, and how much it may grow from the first to the last third of the readings.
  enum Kind {
    HEAP("heap after collection", Usage::heapBytes, 1 << 20),
    DESCRIPTORS("file descriptors", Usage::descriptors, 0),
    THREADS("threads", Usage::threads, 0),
    PROCESSES("child processes", Usage::processes, 0);

    private final String label;
    private final ToLongFunction<Usage> amount;
    private final long allowed;

    Kind(String label, ToLongFunction<Usage> amount, long allowed) {
      this.label = label;
      this.amount = amount;
      this.allowed = allowed;
    }

    String label() {
      return label;
    }

    long of(Usage usage) {
      return amount.applyAsLong(usage);
    }

    long allowed() {
      return allowed;
    }
  }
}
