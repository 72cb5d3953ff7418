package org.hgbench.harness.benchmark;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/// What the threads of this JVM allocated and how much processor time they used, split into the
/// thread that runs the vCPU (EMT) and the transport's own threads.
///
/// Threads of JMH, which wait while an iteration runs and work between iterations, are left out: of
/// the others, those count whose names begin with `hgcm` or `hgsmi`.
final class ThreadAccount {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final long emt;
  private final long[] others;

  ThreadAccount(Thread emt) {
    this.emt = emt.threadId();
    this.others =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread != emt)
            .filter(thread -> thread.getName().matches("(hgcm|hgsmi).*"))
            .mapToLong(Thread::threadId)
            .toArray();
  }

  /// Both accounts at this moment.
  Reading read() {
    long allocated = THREADS.getThreadAllocatedBytes(emt);
    long otherCpu = 0;
    for (long other : others) {
      allocated += THREADS.getThreadAllocatedBytes(other);
      otherCpu += THREADS.getThreadCpuTime(other);
    }
    return new Reading(allocated, THREADS.getThreadCpuTime(emt), otherCpu);
  }

  /// One reading.
  ///
  /// @param allocatedBytes by all threads that count
  /// @param emtCpuNanos of the EMT
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
