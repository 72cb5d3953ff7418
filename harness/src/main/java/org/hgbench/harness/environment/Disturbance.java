package org.hgbench.harness.environment;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What disturbed this process between two snapshots.
///
/// | what | fair | poor | why there |
/// |---|---|---|---|
/// | steal, share of the time that passed | 1 %, and 2 ticks | 5 % | 1 % reaches the 99th percentile; one tick alone may be the end of an older debt; 5 % is above the smallest effect that is looked for |
/// | other programs, share of the time that passed | 5 %, and 3 ticks | 20 % | they run beside the fork on a processor that it may want, and share its caches |
/// | preemptions of one thread | 10 a second | 100 a second | each costs up to a scheduling slice, about 3 ms: 3 % of the time is the smallest effect that is looked for; those that the fork's own threads can have caused by waking up are taken off, since handing over between threads is what it measures |
/// | throttled periods | | 1 | all threads stand still, usually for tens of milliseconds |
/// | major faults | 1 | 100 | nothing that is measured touches a file; each waits for a disk |
///
/// Voluntary switches are no disturbance, since the protocols themselves park; they are kept to be
/// compared with the counters. Threads of the compiler and the collector are not counted.
///
/// @param nanos how long it was
/// @param stealTicks processor time that the hypervisor gave to others, in ticks of
///   [ProcessorTimes#TICK_NANOS]; null where it cannot be seen
/// @param otherTicks processor time that programs other than this process and its children used
/// @param voluntarySwitches how often threads left their processor to wait
/// @param involuntarySwitches how often threads were preempted
/// @param mostPreempted the thread that was preempted most, empty when none was
/// @param mostPreemptions how often it was
/// @param ownWakeUps how often threads woke, and so may have preempted one of their own
/// @param throttledPeriods how often a quota stopped the process
/// @param throttledNanos how much processor time that cost
/// @param majorFaults page faults that waited for a disk
public record Disturbance(
    long nanos,
    Long stealTicks,
    long otherTicks,
    long voluntarySwitches,
    long involuntarySwitches,
    String mostPreempted,
    long mostPreemptions,
    long ownWakeUps,
    long throttledPeriods,
    long throttledNanos,
    long majorFaults) {
  private record Symptom(Grade grade, String warning) {}

  /// The worst of what happened. Where nothing can be seen it is fair.
  public Grade grade() {
    return symptoms().map(Symptom::grade).reduce(Grade.GOOD, Grade::worse);
  }

  /// One sentence for each thing that was not good.
  public List<String> warnings() {
    return symptoms()
        .filter(symptom -> symptom.grade() != Grade.GOOD)
        .map(Symptom::warning)
        .toList();
  }

  private Stream<Symptom> symptoms() {
    return stealTicks == null
        ? Stream.of(new Symptom(Grade.FAIR, "disturbance cannot be seen on this system"))
        : Stream.of(steal(), others(), preemption(), throttling(), faults())
            .flatMap(Optional::stream);
  }

  private Optional<Symptom> steal() {
    double percent = 100.0 * stealTicks * ProcessorTimes.TICK_NANOS / nanos;
    return symptom(
        stealTicks < 2 ? Grade.GOOD : Grade.of(percent, 1, 5),
        "the hypervisor took %d ms of processor time away in %d ms"
            .formatted(millis(stealTicks * ProcessorTimes.TICK_NANOS), millis(nanos)));
  }

  private Optional<Symptom> others() {
    double percent = 100.0 * otherTicks * ProcessorTimes.TICK_NANOS / nanos;
    return symptom(
        otherTicks < 3 ? Grade.GOOD : Grade.of(percent, 5, 20),
        "other programs used %d ms of processor time in %d ms"
            .formatted(millis(otherTicks * ProcessorTimes.TICK_NANOS), millis(nanos)));
  }

  private Optional<Symptom> preemption() {
    double perSecond = 1e9 * (mostPreemptions - ownWakeUps) / nanos;
    return symptom(
        Grade.of(perSecond, 10, 100),
        "thread %s was preempted %d times in %d ms"
            .formatted(mostPreempted, mostPreemptions, millis(nanos)));
  }

  private Optional<Symptom> throttling() {
    return symptom(
        Grade.of(throttledPeriods, 1, 1),
        "the CPU quota stopped the process %d times, %d ms of processor time in all"
            .formatted(throttledPeriods, millis(throttledNanos)));
  }

  private Optional<Symptom> faults() {
    return symptom(
        Grade.of(majorFaults, 1, 100), "%d page faults waited for a disk".formatted(majorFaults));
  }

  private static Optional<Symptom> symptom(Grade grade, String warning) {
    return grade == Grade.GOOD ? Optional.empty() : Optional.of(new Symptom(grade, warning));
  }

  private static long millis(long nanos) {
    return nanos / 1_000_000;
  }
}
