package org.hgbench.harness.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.hgbench.machine.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanTest {
  private static final BoundaryChoice CHOSEN = BoundaryChoice.real("kvm");
  private static final List<BoundaryChoice> OTHERS = List.of(BoundaryChoice.real("process"));

  @Test
  void letsTheTransportsTakeTurnsAbba() {
    Plan plan = Plan.of(profile("Cells/a/Workloads = notify", "Cells/a/Forks = 4"));

    assertThat(order(plan))
        .containsExactly("hgsmi", "hgcm", "hgcm", "hgsmi", "hgsmi", "hgcm", "hgcm", "hgsmi");
  }

  @Test
  void putsYardsticksFirstAndLast() {
    Plan plan =
        Plan.of(profile("Yardsticks/Forks = 2", "Cells/a/Workloads = call", "Cells/a/Forks = 1"));
    List<PlannedFork> forks = plan.forks();
    int yardsticks = (forks.size() - 2) / 2;

    assertThat(forks.subList(0, yardsticks)).allMatch(PlanTest::isYardstick);
    assertThat(forks.subList(yardsticks, yardsticks + 2)).noneMatch(PlanTest::isYardstick);
    assertThat(forks.subList(yardsticks + 2, forks.size())).allMatch(PlanTest::isYardstick);
  }

  @Test
  void everyRealBoundaryHasItsBareTrapAndInterruptAndThreadsThatSpinArePinned() {
    List<YardstickCell> cells = yardsticks("Cells/a/Workloads = call", "Cells/a/Forks = 1");

    assertThat(cells)
        .filteredOn(cell -> cell.boundary() != null)
        .extracting(YardstickCell::name)
        .containsExactly("bare trap", "bare interrupt");
    assertThat(cells)
        .filteredOn(cell -> "spin".equals(cell.waitStrategy()))
        .extracting(YardstickCell::placement)
        .allMatch("cross-core"::equals);
  }

  @Test
  void measuresEveryYardstickWhereTheProfileSaysSo() {
    List<YardstickCell> cells =
        yardsticks(
            "Yardsticks/All = true",
            "Cells/a/Workloads = call",
            "Cells/a/TrapCosts = chosen others virtualbox-2018");

    assertThat(cells)
        .extracting(YardstickCell::name)
        .contains(
            "bare trap",
            "bare interrupt",
            "system calls of a trap",
            "filtered system call",
            "system call",
            "hand-over round trip",
            "pipe round trip",
            "Unix domain socket round trip",
            "copy bandwidth");
    assertThat(cells)
        .filteredOn(cell -> cell.name().equals("bare interrupt"))
        .extracting(cell -> cell.boundary().name())
        .containsExactly("kvm", "process", "simulated");
  }

  private static List<YardstickCell> yardsticks(String... lines) {
    return Plan.of(profile(lines)).forks().stream()
        .filter(PlanTest::isYardstick)
        .map(fork -> (YardstickCell) fork.subject())
        .toList();
  }

  @Test
  void keepsOnlyTheWorkloadsThatWereAskedFor() {
    Plan plan =
        Plan.of(
            profile("Cells/a/Workloads = notify call write")
                .only(new Selection(List.of("call", "wr*"), List.of(), List.of(), List.of())));

    assertThat(plan.forks())
        .filteredOn(fork -> !isYardstick(fork))
        .extracting(fork -> ((Cell) fork.subject()).workload())
        .containsOnly("call", "write");
  }

  @Test
  void measuresACellOnceThatTwoGroupsName() {
    Profile profile =
        profile(
            "Cells/1/Workloads = notify",
            "Cells/1/Gating = true",
            "Cells/1/Forks = 3",
            "Cells/2/Workloads = notify",
            "Cells/2/TrapCosts = chosen");

    assertThat(profile.groups()).hasSize(2).allMatch(group -> group.cell().gating());
  }

  @Test
  void givesSmallWorkloadsSixteenBytesWhateverTheSizeSays() {
    Profile profile = profile("Cells/a/Workloads = notify write", "Cells/a/PayloadBytes = 4K");

    assertThat(profile.groups())
        .extracting(group -> group.cell().id())
        .containsExactly(
            "notify-hgsmi-16B-kvm-irq-unpinned",
            "notify-hgcm-16B-kvm-irq-unpinned",
            "write-hgsmi-4096B-kvm-irq-unpinned",
            "write-hgcm-4096B-kvm-irq-unpinned");
  }

  @Test
  void looksAtTheOtherBoundariesOnlyWhereTheProfileSaysSo() {
    Profile profile =
        profile("Cells/a/Workloads = call", "Cells/a/TrapCosts = others virtualbox-2018");

    assertThat(profile.groups())
        .extracting(group -> group.cell().boundary().label())
        .containsExactly(
            "process", "process", "simulated-virtualbox-2018", "simulated-virtualbox-2018");
  }

  @Test
  void looksForOtherBoundariesOnlyWhereACellWantsThem() {
    AtomicInteger looked = new AtomicInteger();
    for (String costs : List.of("chosen", "virtualbox-2018", "others")) {
      Profile.of(
          "test",
          Settings.parse(List.of("Cells/a/Workloads = call", "Cells/a/TrapCosts = " + costs)),
          CHOSEN,
          () -> {
            looked.incrementAndGet();
            return OTHERS;
          });
      assertThat(looked).as(costs).hasValue(costs.equals("others") ? 1 : 0);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"smoke", "quick", "full", "sweep"})
  void readsTheProfilesOfTheSuite(String name) {
    Plan plan = Plan.of(Profile.named(name, CHOSEN, () -> OTHERS));

    assertThat(plan.forks()).isNotEmpty();
  }

  @Test
  void plansQuickWithinItsBudget() {
    long millis = Plan.of(Profile.named("quick", CHOSEN, () -> OTHERS)).estimateMillis();

    assertThat(millis).isBetween(240_000L, 290_000L);
  }

  @Test
  void timesClosedLoadsInTheModeOfTheProfileAndNothingElse() {
    Profile profile =
        profile(
            "Fork/Mode = thrpt",
            "Yardsticks/Forks = 1",
            "Cells/a/Workloads = call",
            "Cells/a/LatencyForks = 1",
            "Cells/a/Loads = 50%");
    Plan plan = Plan.of(profile);

    assertThat(plan.mode()).isEqualTo(TimingMode.THROUGHPUT);
    assertThat(plan.forks())
        .filteredOn(fork -> fork.mode().isPresent())
        .hasSize(2)
        .allMatch(fork -> fork.mode().get() == TimingMode.THROUGHPUT)
        .allMatch(fork -> fork.subject() instanceof Cell && !fork.latency() && !fork.records());
    assertThat(plan.fingerprint())
        .isNotEqualTo(Plan.of(profile.timed(TimingMode.AVERAGE)).fingerprint());
  }

  @Test
  void recordsInEveryForkThatSamplesAndInNoneBesideIt() {
    Plan plan =
        Plan.of(
            profile(
                "Fork/Mode = sample",
                "Yardsticks/Forks = 0",
                "Cells/a/Workloads = call",
                "Cells/a/Forks = 2",
                "Cells/a/LatencyForks = 2"));

    assertThat(plan.forks()).hasSize(4).allMatch(fork -> fork.records() && !fork.latency());
  }

  @Test
  void namesAnUnknownSettingOfAProfile() {
    assertThatThrownBy(() -> profile("Cells/a/Wrokloads = notify"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Cells/a/Wrokloads");
  }

  @Test
  void namesAnUnknownWorkloadAndThoseThatExist() {
    assertThatThrownBy(() -> profile("Cells/a/Workloads = nofity"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "no workload 'nofity'; there are call, duplex, event, notify, read, stream, touch,"
                + " write");
  }

  @Test
  void makesACellOfEveryVariantAndNumberOfGuestThreads() {
    Profile profile =
        profile(
            "Cells/a/Workloads = stream",
            "Cells/a/PayloadBytes = 8",
            "Cells/a/Variants = default every-16",
            "Cells/b/Workloads = notify",
            "Cells/b/Transports = hgcm",
            "Cells/b/TrapCosts = none",
            "Cells/b/Waits = poll",
            "Cells/b/GuestThreads = 2");

    assertThat(profile.groups())
        .extracting(group -> group.cell().id())
        .containsExactly(
            "stream-hgsmi-8B-kvm-irq-unpinned",
            "stream-hgcm-8B-kvm-irq-unpinned",
            "stream-hgsmi-every-16-8B-kvm-irq-unpinned",
            "stream-hgcm-every-16-8B-kvm-irq-unpinned",
            "notify-hgcm-16B-simulated-none-poll-unpinned-2threads");
  }

  @Test
  void refusesACombinationThatCannotWorkBeforeAnythingRuns() {
    assertThatThrownBy(() -> profile("Cells/a/Workloads = event", "Cells/a/GuestThreads = 2"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("workload event has 1 guest thread, not 2");
    assertThatThrownBy(() -> profile("Cells/a/Workloads = write", "Cells/a/Variants = embedded"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("write on hgsmi has no variant 'embedded'; it has default");
  }

  @Test
  void namesAnUnknownProfile() {
    assertThatThrownBy(() -> Profile.named("quik", CHOSEN, () -> OTHERS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no profile 'quik'; there are smoke, quick, full, sweep");
  }

  private static Profile profile(String... lines) {
    return Profile.of("test", Settings.parse(List.of(lines)), CHOSEN, () -> OTHERS);
  }

  private static List<String> order(Plan plan) {
    return plan.forks().stream()
        .filter(fork -> !isYardstick(fork))
        .map(fork -> ((Cell) fork.subject()).transport())
        .toList();
  }

  private static boolean isYardstick(PlannedFork fork) {
    return fork.subject() instanceof YardstickCell;
  }
}
