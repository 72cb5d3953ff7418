package org.hgbench.harness.environment;

import java.util.Map;
import java.util.Optional;

/// Counts of everything that disturbs, at one moment.
///
/// @param atNanos when, on the clock of `System.nanoTime`
/// @param times of the machine's processors
/// @param ownTicks processor time of this process and its children, in ticks
/// @param threads of this process and its children, by their number
/// @param throttling of the control groups
/// @param majorFaults of this process
public record DisturbanceSnapshot(
    long atNanos,
    Optional<ProcessorTimes> times,
    long ownTicks,
    Map<String, ThreadSwitches> threads,
    CpuQuota.Throttling throttling,
    long majorFaults) {

  /// What happened since `before`. A thread that ended in between takes its last switches with it.
  public Disturbance since(DisturbanceSnapshot before) {
    long voluntary = 0;
    ThreadSwitches worst = new ThreadSwitches("", 0, 0);
    long involuntary = 0;
    long wakeUps = 0;
    for (Map.Entry<String, ThreadSwitches> thread : threads.entrySet()) {
      ThreadSwitches none = new ThreadSwitches("", 0, 0);
      ThreadSwitches made =
          thread.getValue().since(before.threads.getOrDefault(thread.getKey(), none));
      wakeUps += made.voluntary();
      if (!made.isVirtualMachine()) {
        voluntary += made.voluntary();
        involuntary += made.involuntary();
        worst = made.involuntary() > worst.involuntary() ? made : worst;
      }
    }
    Optional<ProcessorTimes> passed = times.flatMap(now -> before.times.map(now::since));
    long own = Math.max(0, ownTicks - before.ownTicks);
    return new Disturbance(
        Math.max(1, atNanos - before.atNanos),
        passed.map(ProcessorTimes::steal).orElse(null),
        passed.map(ProcessorTimes::busy).map(busy -> Math.max(0, busy - own)).orElse(0L),
        voluntary,
        involuntary,
        worst.name(),
        worst.involuntary(),
        wakeUps,
        throttling.since(before.throttling).periods(),
        throttling.since(before.throttling).nanos(),
        Math.max(0, majorFaults - before.majorFaults));
  }
}
