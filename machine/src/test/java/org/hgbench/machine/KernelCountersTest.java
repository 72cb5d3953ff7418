package org.hgbench.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hgbench.machine.boundary.Vcpu;
import org.hgbench.machine.counter.CounterValues;
import org.hgbench.machine.yardstick.Evidence;
import org.hgbench.machine.yardstick.Yardstick;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/// What the kernel counts while a guest traps, beside what was counted here.
@ParameterizedClass
@MethodSource("org.hgbench.machine.BoundaryCases#all")
@Isolated("what the kernel counts rises with other work")
record KernelCountersTest(String boundary) {
  @Test
  void touchingManyWordsRaisesTheKernelsCountersNoMoreThanABareTrap() {
    run(machine -> {
      Yardstick yardstick = machine.yardstick(0);
      Evidence evidence = machine.evidence(yardstick);
      Vcpu vcpu = machine.vcpu(0);
      vcpu.fill(0x10_0000L, 1024, 1, 0x80); // Both pages are there from here on.
      CounterValues before = machine.counters();
      Evidence.Snapshot start = evidence.snapshot();
      for (int i = 0; i < 200; i++) {
        // Short, since a long stay in the guest is also left for the host's own timer.
        vcpu.fill(0x10_0000L, 32, i, 0x80);
        vcpu.copy(0x10_0000L, 0x10_1000L, 32, 0x80);
      }
      Evidence.Snapshot end = evidence.snapshot();

      assertThat(machine.counters().since(before)).isEqualTo(new CounterValues(400, 0, 0, 0));
      assertThat(evidence.disagreements(start, end, machine.counters().since(before))).isEmpty();
    });
  }

  @Test
  void theKernelsCountersBearOursOutOrAreNotOffered() {
    run(machine -> {
      Yardstick yardstick = machine.yardstick(0);
      Evidence evidence = machine.evidence(yardstick);
      assertThat(evidence.witnesses().isEmpty()).isEqualTo(boundary.equals("simulated"));
      CounterValues before = machine.counters();
      Evidence.Snapshot start = evidence.snapshot();
      for (int i = 0; i < 500; i++) {
        yardstick.trap();
        yardstick.interruptNanos(30_000);
      }
      Evidence.Snapshot end = evidence.snapshot();
      CounterValues counted = machine.counters().since(before);
      CounterValues wrong = counted.plus(counted);

      assertThat(evidence.disagreements(start, end, counted)).isEmpty();
      assertThat(evidence.disagreements(start, end, wrong)).hasSameSizeAs(evidence.witnesses());
    });
  }

  private void run(java.util.function.Consumer<Machine> guest) {
    BoundaryCases.run(
        boundary, List.of("RamSize = 2M", "Devices/yardstick/0/Enabled = true"), guest);
  }
}
