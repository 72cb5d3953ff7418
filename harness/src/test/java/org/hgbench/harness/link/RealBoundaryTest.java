package org.hgbench.harness.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.FutureTask;
import org.hgbench.machine.BoundaryCases;
import org.hgbench.machine.settings.Settings;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The workloads that the host drives, where guest and host really are apart.
@Isolated("what the kernel counts rises with other work")
class RealBoundaryTest {
  private static final int OPERATIONS = 200;

  @ParameterizedTest
  @CsvSource({
    "process, hgsmi, event, default, irq",
    "process, hgcm, duplex, default, irq",
    "process, hgsmi, stream, refresh, irq",
    "kvm, hgsmi, event, default, irq",
    "kvm, hgsmi, event, port, poll",
    "kvm, hgcm, event, default, irq",
    "kvm, hgcm, event, default, poll",
    "kvm, hgsmi, duplex, default, irq",
    "kvm, hgcm, duplex, default, irq",
    "kvm, hgsmi, stream, default, irq",
    "kvm, hgsmi, touch, default, irq",
    "kvm, hgcm, touch, default, irq"
  })
  void deliversEveryByte(
      String boundary, String transport, String workload, String variant, String wait)
      throws Exception {
    BoundaryCases.requireUsable(boundary);
    CellSpec spec =
        new CellSpec(
            Workload.of(workload),
            transport,
            new Variant(variant),
            Workload.of(workload).payloadBytes(64),
            wait,
            "unpinned",
            1,
            Settings.of(Map.of("Boundary/Name", boundary)));

    // A guest thread of boundary process stays one for good.
    FutureTask<Verification> guest = new FutureTask<>(() -> run(spec));
    Thread.ofPlatform().start(guest);

    assertThat(guest.get()).isEqualTo(Verification.OK);
  }

  private static Verification run(CellSpec spec) {
    try (Link link = spec.open()) {
      Operation operation = link.operation(0);
      for (long sequence = 0; sequence < OPERATIONS; sequence++) {
        operation.run(sequence);
      }
      if (spec.workload() == Workload.TOUCH) {
        long before = link.counters().traps();
        operation.run(OPERATIONS);
        assertThat(link.counters().traps() - before).isEqualTo(1);
      }
      return link.verify();
    }
  }
}
