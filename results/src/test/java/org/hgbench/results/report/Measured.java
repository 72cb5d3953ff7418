package org.hgbench.results.report;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hgbench.results.SampleRun;
import org.hgbench.results.model.Fork;
import org.hgbench.results.model.Measurement;
import org.hgbench.results.model.OperationCounters;
import org.hgbench.results.model.Run;

/// Measurements and runs in a few words.
final class Measured {
  private Measured() {}

  /// A measurement on `simulated` without trap cost; ten quiet forks that took turns with those of
  /// the other transport.
  static Measurement of(String workload, long bytes, String transport, double nanos) {
    return of("simulated", "none", workload, bytes, transport, "default", true, around(nanos));
  }

  /// Ten forks within one percent.
  static double[] around(double nanos) {
    return IntStream.range(0, 10).mapToDouble(i -> nanos * (1 + 0.001 * (i - 4.5))).toArray();
  }

  /// The same with a fork for each figure.
  static Measurement forks(String workload, long bytes, String transport, double... nanos) {
    return of("simulated", "none", workload, bytes, transport, "default", true, nanos);
  }

  static Measurement of(
      String boundary,
      String trapCost,
      String workload,
      long bytes,
      String transport,
      String variant,
      boolean gating,
      double... nanos) {
    List<Fork> forks =
        IntStream.range(0, nanos.length)
            .mapToObj(i -> fork(2 * i + (transport.equals("hgcm") ? 1 : 0), nanos[i]))
            .toList();
    double[] sorted = nanos.clone();
    Arrays.sort(sorted);
    double median = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    return new Measurement(
        String.join("-", workload, String.valueOf(bytes), transport, variant, boundary),
        workload,
        transport,
        variant,
        boundary,
        trapCost,
        gating,
        bytes,
        "irq",
        "cross-core",
        1,
        "write-back",
        "closed",
        null,
        "ns/op",
        median,
        1,
        null,
        null,
        null,
        null,
        null,
        null,
        1e9 / median,
        bytes * 1e9 / median,
        null,
        new OperationCounters(null, null, null, null, null, null, null),
        forks,
        null,
        null,
        true,
        null,
        List.of());
  }

  private static Fork fork(int turn, double nanos) {
    String start = Instant.parse("2026-11-23T05:00:00Z").plusSeconds(turn).toString();
    return new Fork(start, null, List.of(nanos), nanos, null, null, null, null, null, 9);
  }

  static Run run(Measurement... measurements) {
    return run(false, measurements);
  }

  static Run run(boolean interrupted, Measurement... measurements) {
    Run sample = SampleRun.run(1);
    return new Run(
        Run.SCHEMA,
        sample.startedAt(),
        sample.finishedAt(),
        sample.command(),
        sample.gitRevision(),
        sample.profile(),
        interrupted,
        sample.environment(),
        List.of(),
        List.of(measurements),
        List.of(),
        List.of());
  }
}
