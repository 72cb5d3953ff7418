package org.hgbench.results.compare;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.hgbench.results.model.Environment;
import org.hgbench.results.model.Fork;
import org.hgbench.results.model.Measurement;
import org.hgbench.results.model.Run;

/// Comparisons as people meet them.
final class Samples {
  private Samples() {}

  /// One of each verdict: call/hgcm worse, notify/hgsmi better, call/hgsmi same, event unclear,
  /// read missing; and a workload without a gate that changed.
  static Comparison changed() {
    Random random = new Random(61);
    Run base =
        Runs.run(
            "1111111",
            Runs.MACHINE,
            cell("call", "hgsmi", 16, turns(random, 0, 2100, 0.004)),
            cell("call", "hgcm", 16, turns(random, 0, 12_300, 0.006)),
            cell("notify", "hgsmi", 16, turns(random, 0, 950, 0.003)),
            cell("event", "hgcm", 16, turns(random, 0, 64_000, 0.09)),
            cell("read", "hgsmi", 65_536, turns(random, 0, 21_000, 0.004)),
            Runs.measurement("stream", "hgsmi", 8, false, turns(random, 0, 55, 0.004)),
            Runs.measurement("stream", "hgcm", 8, false, turns(random, 0, 9000, 0.004)));
    Run next =
        Runs.run(
            "2222222",
            Runs.MACHINE,
            cell("call", "hgsmi", 16, turns(random, 1, 2103, 0.004)),
            cell("call", "hgcm", 16, turns(random, 1, 13_400, 0.006)),
            cell("notify", "hgsmi", 16, turns(random, 1, 870, 0.003)),
            cell("event", "hgcm", 16, turns(random, 1, 65_000, 0.09)),
            Runs.measurement("stream", "hgsmi", 8, false, turns(random, 1, 61, 0.004)),
            Runs.measurement("stream", "hgcm", 8, false, turns(random, 1, 9001, 0.004)));
    return Comparison.of(base, next, CompareOptions.DEFAULTS);
  }

  static Comparison quiet() {
    Random random = new Random(62);
    Run base =
        Runs.run(
            cell("call", "hgsmi", 16, turns(random, 0, 2100, 0.004)),
            cell("call", "hgcm", 16, turns(random, 0, 12_300, 0.006)));
    Run next =
        Runs.run(
            cell("call", "hgsmi", 16, turns(random, 1, 2101, 0.004)),
            cell("call", "hgcm", 16, turns(random, 1, 12_290, 0.006)));
    return Comparison.of(base, next, CompareOptions.DEFAULTS);
  }

  static Comparison refused() {
    Random random = new Random(63);
    Environment m = Runs.MACHINE;
    Environment other =
        new Environment(
            m.cpu(),
            m.cores(),
            m.memoryBytes(),
            m.os(),
            "6.12.0",
            m.hypervisor(),
            "25.0.4+1",
            m.jvmFlags(),
            "powersave",
            m.clockSource(),
            m.clockNanos(),
            m.clockStepNanos(),
            m.stealPercent(),
            m.grade(),
            m.findings());
    return Comparison.of(
        Runs.run(cell("call", "hgsmi", 16, turns(random, 0, 2100, 0.004))),
        Runs.run("2222222", other, cell("call", "hgsmi", 16, turns(random, 1, 2500, 0.004))),
        CompareOptions.DEFAULTS);
  }

  static Comparison unpaired() {
    Random random = new Random(64);
    return Comparison.of(
        Runs.run(cell("call", "hgsmi", 16, Runs.forks(random, 10, 0, 3, 2100, 0.01))),
        Runs.run(
            "2222222",
            Runs.MACHINE,
            cell("call", "hgsmi", 16, Runs.forks(random, 9, 100, 3, 2180, 0.01))),
        CompareOptions.DEFAULTS);
  }

  static Comparison empty() {
    return Comparison.of(Runs.run(), Runs.run(), CompareOptions.DEFAULTS);
  }

  private static Measurement cell(
      String workload, String transport, long payloadBytes, List<Fork> forks) {
    return Runs.measurement(workload, transport, payloadBytes, true, forks);
  }

  /// Every other start of a pair of runs that took turns, ABBA.
  private static List<Fork> turns(Random random, int side, double nanos, double noise) {
    return IntStream.range(0, 12)
        .mapToObj(block -> {
          int turn = block % 2 == 0 ? side : 1 - side;
          return Runs.forks(random, 1, 10 * block + 5 * turn, 1, nanos, noise).getFirst();
        })
        .toList();
  }
}
