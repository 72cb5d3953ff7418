package org.hgbench.harness.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisturbanceTest {
  private static final long SECOND = 1_000_000_000;

  @TempDir Path root;

  @Test
  void isGoodWhenNothingHappened() {
    Disturbance quiet = after(SECOND, 0, Map.of(), 0, 0);

    assertThat(quiet.grade()).isEqualTo(Grade.GOOD);
    assertThat(quiet.warnings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1, 100, GOOD", "2, 2100, GOOD", "2, 2000, FAIR", "5, 1000, POOR"})
  void gradesSteal(long ticks, long millis, Grade grade) {
    assertThat(after(millis * 1_000_000, ticks, Map.of(), 0, 0).grade()).isEqualTo(grade);
  }

  @ParameterizedTest
  @CsvSource({"4, GOOD", "5, FAIR", "49, FAIR", "50, POOR"})
  void gradesTheThreadThatWasPreemptedMost(long times, Grade grade) {
    Map<String, ThreadSwitches> threads =
        Map.of(
            "7", new ThreadSwitches("EMT-0", 0, times), "8", new ThreadSwitches("service", 0, 1));

    Disturbance disturbance = after(SECOND / 2, 0, threads, 0, 0);

    assertThat(disturbance.grade()).isEqualTo(grade);
    assertThat(disturbance.mostPreempted()).isEqualTo("EMT-0");
    assertThat(disturbance.involuntarySwitches()).isEqualTo(times + 1);
  }

  @ParameterizedTest
  @CsvSource({"2, 100, GOOD", "4, 1000, GOOD", "5, 1000, FAIR", "20, 1000, POOR"})
  void gradesTheTimeOfOtherPrograms(long ticks, long millis, Grade grade) {
    Disturbance disturbance = after(millis * 1_000_000, 0, 70 + ticks, 70, Map.of(), 0, 0);

    assertThat(disturbance.otherTicks()).isEqualTo(ticks);
    assertThat(disturbance.grade()).isEqualTo(grade);
  }

  @ParameterizedTest
  @CsvSource({"109, GOOD", "110, FAIR", "200, POOR"})
  void takesOffThePreemptionsThatItsOwnThreadsMayHaveCausedByWakingUp(long times, Grade grade) {
    Map<String, ThreadSwitches> threads =
        Map.of(
            "7", new ThreadSwitches("EMT-0", 30, times),
            "9", new ThreadSwitches("hgbench-pauses", 60, 0),
            "3", new ThreadSwitches("C2 CompilerThre", 10, 5_000));

    Disturbance disturbance = after(SECOND, 0, threads, 0, 0);

    assertThat(disturbance.grade()).isEqualTo(grade);
    assertThat(disturbance.voluntarySwitches()).isEqualTo(90);
  }

  @Test
  void doesNotCountTheCompilersAndCollectorsThreads() {
    Map<String, ThreadSwitches> threads =
        Map.of(
            "3", new ThreadSwitches("C2 CompilerThre", 5, 5_000),
            "4", new ThreadSwitches("GC Thread#0", 5, 5_000),
            "5", new ThreadSwitches("G1 Service", 5, 5_000),
            "6", new ThreadSwitches("VM Periodic Tas", 5, 5_000));

    assertThat(after(SECOND, 0, threads, 0, 0).grade()).isEqualTo(Grade.GOOD);
  }

  @Test
  void namesEverythingThatHappenedInASentence() {
    Disturbance disturbance =
        after(SECOND, 6, 110, 70, Map.of("7", new ThreadSwitches("EMT-0", 0, 20)), 2, 3);

    assertThat(disturbance.grade()).isEqualTo(Grade.POOR);
    assertThat(disturbance.warnings())
        .containsExactly(
            "the hypervisor took 60 ms of processor time away in 1000 ms",
            "other programs used 400 ms of processor time in 1000 ms",
            "thread EMT-0 was preempted 20 times in 1000 ms",
            "the CPU quota stopped the process 2 times, 50 ms of processor time in all",
            "3 page faults waited for a disk");
  }

  @Test
  void isFairAndSaysSoWhereNothingCanBeSeen() {
    DisturbanceProbe probe = new DisturbanceProbe(new FixtureMachine(root).files());
    Disturbance unseen = probe.snapshot().since(probe.snapshot());

    assertThat(unseen.stealTicks()).isNull();
    assertThat(unseen.grade()).isEqualTo(Grade.FAIR);
    assertThat(unseen.warnings()).containsExactly("disturbance cannot be seen on this system");
  }

  @Test
  void readsTheFilesOfTheProcessAndItsGroups() {
    FixtureMachine machine = FixtureMachine.unpack("container", root);
    stat(machine, 7, 20);
    machine.write("proc/stat", "cpu  100 0 100 10000 0 0 0 0 0 0");
    machine.write("proc/self/task/11/children", "4800 ");
    machine.write("proc/4800/stat", "4800 (host) S 4711 0 0 0 0 0 0 0 9 0 30 2");
    machine.write(
        "proc/4800/task/4800/status",
        "Name:\thost\nvoluntary_ctxt_switches:\t5\nnonvoluntary_ctxt_switches:\t0");
    thread(machine, "11", "EMT-0", 40, 2);
    thread(machine, "12", "gone", 9, 9);
    DisturbanceProbe probe = new DisturbanceProbe(machine.files());
    DisturbanceSnapshot before = probe.snapshot();

    stat(machine, 10, 50);
    machine.write("proc/4800/stat", "4800 (host) S 4711 0 0 0 0 0 0 0 9 0 35 4");
    machine.write(
        "proc/4800/task/4800/status",
        "Name:\thost\nvoluntary_ctxt_switches:\t6\nnonvoluntary_ctxt_switches:\t0");
    thread(machine, "11", "EMT-0", 100, 5);
    thread(machine, "13", "new", 3, 1);
    machine.write("proc/self/task/12/status", "");
    machine.write("proc/stat", "cpu  120 0 130 10100 0 0 0 4 0 0");
    machine.write(
        "sys/fs/cgroup/cpu.stat", "usage_usec 1\nnr_throttled 19\nthrottled_usec 1284567");
    Disturbance disturbance = probe.snapshot().since(before);

    assertThat(disturbance.stealTicks()).isEqualTo(4);
    assertThat(disturbance.otherTicks()).isEqualTo(50 - 30 - 7);
    assertThat(disturbance.voluntarySwitches()).isEqualTo(64);
    assertThat(disturbance.ownWakeUps()).isEqualTo(64);
    assertThat(disturbance.involuntarySwitches()).isEqualTo(4);
    assertThat(disturbance.mostPreempted()).isEqualTo("EMT-0");
    assertThat(disturbance.mostPreemptions()).isEqualTo(3);
    assertThat(disturbance.throttledPeriods()).isEqualTo(2);
    assertThat(disturbance.throttledNanos()).isEqualTo(50_000_000);
    assertThat(disturbance.majorFaults()).isEqualTo(3);
  }

  @Test
  void seesTheSwitchesOfThisProcess() throws InterruptedException {
    DisturbanceProbe probe = new DisturbanceProbe(SystemFiles.ofThisMachine());
    DisturbanceSnapshot before = probe.snapshot();
    assumeFalse(before.threads().isEmpty());
    for (int i = 0; i < 20; i++) {
      Thread other = Thread.ofPlatform().start(() -> {});
      other.join();
    }

    Disturbance disturbance = probe.snapshot().since(before);

    assertThat(disturbance.nanos()).isPositive();
    assertThat(disturbance.voluntarySwitches()).isPositive();
  }

  private static Disturbance after(
      long nanos, long steal, Map<String, ThreadSwitches> threads, long throttled, long faults) {
    return after(nanos, steal, 0, 0, threads, throttled, faults);
  }

  private static Disturbance after(
      long nanos,
      long steal,
      long busy,
      long own,
      Map<String, ThreadSwitches> threads,
      long throttled,
      long faults) {
    DisturbanceSnapshot before =
        new DisturbanceSnapshot(
            5,
            Optional.of(new ProcessorTimes(1_000, 300, 10)),
            40,
            Map.of(),
            new CpuQuota.Throttling(1, 1),
            100);
    return new DisturbanceSnapshot(
            5 + nanos,
            Optional.of(new ProcessorTimes(2_000, 300 + busy, 10 + steal)),
            40 + own,
            threads,
            new CpuQuota.Throttling(1 + throttled, 1 + throttled * 25_000_000),
            100 + faults)
        .since(before);
  }

  private static void stat(FixtureMachine machine, long majorFaults, long ticks) {
    machine.write(
        "proc/self/stat",
        "4711 (a) (b) S 1 4711 4711 0 -1 4194560 900 0 %d 0 %d 2".formatted(majorFaults, ticks));
  }

  private static void thread(
      FixtureMachine machine, String id, String name, long voluntary, long involuntary) {
    machine.write(
        "proc/self/task/" + id + "/status",
        "Name:\t%s\nState:\tS\nvoluntary_ctxt_switches:\t%d\nnonvoluntary_ctxt_switches:\t%d"
            .formatted(name, voluntary, involuntary));
  }
}
