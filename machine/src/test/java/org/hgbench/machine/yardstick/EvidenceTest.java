package org.hgbench.machine.yardstick;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.hgbench.machine.Machine;
import org.hgbench.machine.boundary.KernelCounters;
import org.hgbench.machine.counter.CounterValues;
import org.hgbench.machine.settings.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Calibration against a kernel whose counters are made from ours, with known faults.
class EvidenceTest {
  private final Machine machine =
      Machine.open(Settings.of(Map.of("RamSize", "2M", "Devices/yardstick/0/Enabled", "true")));
  private final Yardstick yardstick = machine.yardstick(0);

  /// Counts per trap and per interrupt.
  private record Fake(String name, double perTrap, double perInterrupt) {}

  private KernelCounters kernel(Fake... counters) {
    return new KernelCounters() {
      @Override
      public List<String> names() {
        return List.of(counters).stream().map(Fake::name).toList();
      }

      @Override
      public long[] read() {
        CounterValues now = machine.counters();
        return List.of(counters).stream()
            .mapToLong(fake ->
                Math.round(fake.perTrap * now.traps() + fake.perInterrupt * now.interrupts()))
            .toArray();
      }
    };
  }

  @AfterEach
  void close() {
    machine.close();
  }

  @Test
  void usesWhatRisesByWholeNumbersAndNothingElse() {
    Evidence evidence =
        Evidence.calibrate(
            kernel(
                new Fake("exits", 1, 1),
                new Fake("stuck", 0, 0),
                new Fake("halves", 0.5, 0),
                new Fake("doubled", 2, 0),
                new Fake("injections", 0, 2),
                new Fake("thirds", 1, 0.3)),
            yardstick);

    assertThat(evidence.witnesses())
        .containsExactly(
            new Evidence.Witness("exits", 0, 1, 1, 1),
            new Evidence.Witness("doubled", 3, 2, 0, 0),
            new Evidence.Witness("injections", 4, 0, 2, 2));
    assertThat(evidence.description())
        .isEqualTo(
            "exits: 1 per trap, 1 per interrupt; doubled: 2 per trap, 0 per interrupt;"
                + " injections: 0 per trap, 2 per interrupt");
  }

  @Test
  void saysWhichCounterDisagrees() {
    Evidence evidence =
        Evidence.calibrate(
            kernel(new Fake("exits", 1, 1), new Fake("injections", 0, 2)), yardstick);
    Evidence.Snapshot before = new Evidence.Snapshot(new long[] {100, 100});
    Evidence.Snapshot after = new Evidence.Snapshot(new long[] {1_600, 1_100});

    assertThat(evidence.disagreements(before, after, new CounterValues(1_000, 500, 0, 0)))
        .isEmpty();
    assertThat(evidence.disagreements(before, after, new CounterValues(1_000, 600, 0, 0)))
        .containsExactly(
            "the kernel counted 1500 for 1000 traps and 600 interrupts, where it counts exits:"
                + " 1 per trap, 1 per interrupt",
            "the kernel counted 1000 for 1000 traps and 600 interrupts, where it counts"
                + " injections: 0 per trap, 2 per interrupt");
  }

  @Test
  void isNotOfferedWhereTheKernelCountsNothing() {
    assertThat(machine.evidence(yardstick).description()).isEqualTo("not offered");
    assertThat(Evidence.calibrate(kernel(new Fake("stuck", 0, 0)), yardstick).description())
        .isEqualTo("not offered");
  }
}
