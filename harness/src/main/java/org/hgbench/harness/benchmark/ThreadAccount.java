package org.hgbench.harness.benchmark;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;

/// What the threads of this JVM allocated and how much processor time they used, split into the
/// threads that run the vCPUs (EMTs) and the transport's own threads.
///
/// Threads of JMH, which wait while an iteration runs and work between iterations, are left out: of
/// the others, those count whose names begin with `hgcm`, `hgsmi` or `vga`.
final class ThreadAccount {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final long[] emts;
  private final long[] others;

  ThreadAccount(List<Thread> emts) {
    this.emts = emts.stream().mapToLong(Thread::threadId).toArray();
    this.others =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> !emts.contains(thread))
            .filter(thread -> thread.getName().matches("(hgcm|hgsmi|vga).*"))
            .mapToLong(Thread::threadId)
            .toArray();
  }

  /// Both accounts at this moment.
  Reading read() {
    long allocated = 0;
    long emtCpu = 0;
    for (long emt : emts) {
      allocated += THREADS.getThreadAllocatedBytes(emt);
      emtCpu += THREADS.getThreadCpuTime(emt);
    }
    long otherCpu = 0;
    for (long other : others) {
      allocated += THREADS.getThreadAllocatedBytes(other);
      otherCpu += THREADS.getThreadCpuTime(other);
    }
    return new Reading(allocated, emtCpu, otherCpu);
  }

  /// One reading.
  ///
  /// @param allocatedBytes by all threads that count
  /// @param emtCpuNanos of the EMTs
  /// @param otherCpuNanos of the others
  record Reading(long allocatedBytes, long emtCpuNanos, long otherCpuNanos) {
    Reading since(Reading before) {
      return new Reading(
          allocatedBytes - before.allocatedBytes,
          emtCpuNanos - before.emtCpuNanos,
          otherCpuNanos - before.otherCpuNanos);
    }
  }
}
