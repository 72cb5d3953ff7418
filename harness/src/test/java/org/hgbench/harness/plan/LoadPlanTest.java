package org.hgbench.harness.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.hgbench.harness.load.Arrival;
import org.hgbench.machine.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoadPlanTest {
  private static final BoundaryChoice CHOSEN = BoundaryChoice.real("kvm");

  @Test
  void plansOpenLoadsOfACellBehindItsOtherForks() {
    Plan plan =
        Plan.of(
            profile(
                "Cells/1/Workloads = call",
                "Cells/1/Forks = 2",
                "Cells/2/Workloads = call",
                "Cells/2/Loads = 50% 20000",
                "Cells/2/Arrival = burst",
                "Cells/2/LoadForks = 2"));
    List<OpenCell> open = subjects(plan, OpenCell.class).toList();

    assertThat(subjects(plan, Cell.class)).hasSize(4);
    assertThat(open)
        .extracting(cell -> cell.cell().transport() + " " + cell.load().label())
        .containsExactly(
            "hgsmi open-burst-50pct",
            "hgcm open-burst-50pct",
            "hgsmi open-burst-20000ps",
            "hgcm open-burst-20000ps",
            "hgcm open-burst-50pct",
            "hgsmi open-burst-50pct",
            "hgcm open-burst-20000ps",
            "hgsmi open-burst-20000ps");
    assertThat(open.getFirst().id()).isEqualTo("call-hgsmi-16B-kvm-irq-unpinned-open-burst-50pct");
    assertThat(open.getFirst().parameters())
        .containsEntry("workload", "call")
        .containsEntry("arrival", "burst")
        .containsEntry("loadPercent", "50")
        .containsEntry("loadMillis", "800");
    assertThat(plan.forks())
        .filteredOn(fork -> fork.subject() instanceof OpenCell)
        .extracting(fork -> fork.parameters().get("seed"))
        .as("both transports of a block see the same pattern")
        .containsExactly("1", "1", "1", "1", "2", "2", "2", "2");
    assertThat(open.getFirst().load()).isEqualTo(new Load(Arrival.BURST, 50, 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0%", "201%", "x%", "-5", "0", "fast", "1e9", "NaN"})
  void refusesANonsenseLoad(String load) {
    assertThatThrownBy(() -> profile("Cells/1/Workloads = call", "Cells/1/Loads = " + load))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Loads: '%s' is no load; write 75%%", load);
  }

  @Test
  void refusesAnOpenLoadOfSeveralGuestThreads() {
    assertThatThrownBy(() ->
            profile(
                "Cells/1/Workloads = call",
                "Cells/1/TrapCosts = none",
                "Cells/1/Waits = poll",
                "Cells/1/GuestThreads = 2",
                "Cells/1/Loads = 50%"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Loads: an open load has one guest thread; leave GuestThreads out");
  }

  @Test
  void breaksGatingCellsDownThatCanBeFollowedEachBesideAnUntracedFork() {
    Profile profile =
        profile(
            "Cells/1/Workloads = call",
            "Cells/1/Gating = true",
            "Cells/1/Waits = irq poll",
            "Cells/2/Workloads = write stream",
            "Cells/2/PayloadBytes = 64");
    List<TraceCell> cells =
        subjects(Plan.of(profile).withBreakdowns(profile), TraceCell.class).toList();

    assertThat(subjects(Plan.of(profile), TraceCell.class)).isEmpty();
    // Two rounds, each with a traced and an untraced fork of both transports with either wait
    // strategy, and of the VBVA flush; a write goes the way of a call.
    assertThat(cells).hasSize(2 * 2 * 5);
    assertThat(cells).filteredOn(TraceCell::traced).hasSize(10);
    assertThat(cells)
        .extracting(cell -> cell.cell().workload() + " " + cell.cell().transport())
        .containsOnly("call hgsmi", "call hgcm", "stream hgsmi");
    assertThat(cells.get(0).traced()).isTrue();
    assertThat(cells.get(10).traced()).isFalse();
    assertThat(cells.get(0).jvmArguments()).containsExactly("-Dhgbench.trace=true");
    assertThat(cells.get(1).jvmArguments()).isEmpty();
  }

  private static Profile profile(String... lines) {
    return Profile.of("test", Settings.parse(List.of(lines)), CHOSEN, List::of);
  }

  private static <T> Stream<T> subjects(Plan plan, Class<T> kind) {
    return plan.forks().stream().map(PlannedFork::subject).filter(kind::isInstance).map(kind::cast);
  }
}
