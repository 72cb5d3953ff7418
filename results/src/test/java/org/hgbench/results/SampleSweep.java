package org.hgbench.results;

import java.util.ArrayList;
import java.util.List;
import org.hgbench.results.model.Fork;
import org.hgbench.results.model.Measurement;
import org.hgbench.results.model.OperationCounters;
import org.hgbench.results.model.Run;
import org.hgbench.results.model.Yardstick;

/// A run of both transports over the costs of a trap.
public final class SampleSweep {
  private final List<Measurement> measurements = new ArrayList<>();
  private final List<Yardstick> yardsticks = new ArrayList<>();

  /// Adds a call on both transports where a trap costs so much.
  public void both(double trap, double hgsmi, double hgcm) {
    String cost = "custom-" + (int) trap;
    yardsticks.add(bareTrap("simulated", cost, trap));
    measurements.add(measurement("hgsmi", cost, hgsmi));
    measurements.add(measurement("hgcm", cost, hgcm));
  }

  /// Adds a trap of a real boundary.
  public void realTrap(String boundary, double nanos) {
    yardsticks.add(bareTrap(boundary, null, nanos));
  }

  /// The run.
  public Run run() {
    Run sample = SampleRun.run(1);
    return new Run(
        Run.SCHEMA,
        sample.startedAt(),
        sample.finishedAt(),
        List.of(),
        null,
        "sweep",
        false,
        sample.environment(),
        yardsticks,
        measurements,
        List.of(),
        List.of());
  }

  private static Yardstick bareTrap(String boundary, String cost, double nanos) {
    return new Yardstick(
        "bare trap", boundary, cost, null, null, 0, 1, "ns/op", nanos, List.of(nanos));
  }

  private static Measurement measurement(String transport, String cost, double nanos) {
    return new Measurement(
        transport + cost,
        "call",
        transport,
        "default",
        "simulated",
        cost,
        true,
        16,
        "irq",
        "unpinned",
        1,
        "write-back",
        "closed",
        null,
        "ns/op",
        nanos,
        1,
        null,
        null,
        null,
        null,
        null,
        null,
        1e9 / nanos,
        null,
        null,
        new OperationCounters(1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0),
        List.of(new Fork(null, null, List.of(), nanos, null, null, null, null, null, 1)),
        null,
        "bare trap",
        true,
        null,
        List.of());
  }
}
