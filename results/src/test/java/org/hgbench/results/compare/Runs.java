package org.hgbench.results.compare;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hgbench.results.model.Environment;
import org.hgbench.results.model.Fork;
import org.hgbench.results.model.Measurement;
import org.hgbench.results.model.OperationCounters;
import org.hgbench.results.model.Run;

/// Runs as a machine with known noise would have recorded them.
final class Runs {
  static final Instant START = Instant.parse("2026-11-23T08:00:00Z");
  static final Environment MACHINE =
      new Environment(
          "Test CPU 3000",
          2,
          8L << 30,
          "Linux",
          "6.1.0",
          null,
          "25.0.3+9",
          List.of("-Xmx1g"),
          "performance",
          "tsc",
          25.0,
          10.0,
          0.0,
          "good",
          List.of());

  private Runs() {}

  static Run run(Measurement... measurements) {
    return run("0123abc", MACHINE, measurements);
  }

  static Run run(String revision, Environment environment, Measurement... measurements) {
    return new Run(
        Run.SCHEMA,
        START.toString(),
        START.plusSeconds(270).toString(),
        List.of("run"),
        revision,
        "quick",
        false,
        environment,
        List.of(),
        List.of(measurements),
        List.of(),
        List.of());
  }

  static Fork fork(int second, double nanos, Double floor, double... iterations) {
    List<Double> all = new ArrayList<>();
    for (double iteration : iterations) {
      all.add(iteration);
    }
    return new Fork(
        START.plusSeconds(second).toString(),
        floor,
        all,
        nanos,
        null,
        null,
        null,
        null,
        null,
        1_000_000);
  }

  /// Forks that start at `first`, `first + step`, ... seconds, each value `nanos` times noise.
  static List<Fork> forks(
      Random random, int count, int first, int step, double nanos, double forkNoise) {
    List<Fork> forks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double value = nanos * Math.exp(forkNoise * random.nextGaussian());
      double[] iterations = new double[5];
      for (int j = 0; j < iterations.length; j++) {
        iterations[j] = value * Math.exp(0.002 * random.nextGaussian());
      }
      double floor = 1000 * Math.exp(0.002 * random.nextGaussian());
      forks.add(fork(first + i * step, value, floor, iterations));
    }
    return forks;
  }

  static Measurement measurement(
      String workload, String transport, long payloadBytes, boolean gating, List<Fork> forks) {
    String id = "%s-%s-%d".formatted(workload, transport, payloadBytes);
    return measurement(id, workload, transport, payloadBytes, gating, forks);
  }

  static Measurement measurement(
      String id,
      String workload,
      String transport,
      long payloadBytes,
      boolean gating,
      List<Fork> forks) {
    double[] nanos = forks.stream().mapToDouble(Fork::nanosPerOperation).sorted().toArray();
    double median = nanos.length == 0 ? 0 : nanos[nanos.length / 2];
    return new Measurement(
        id,
        workload,
        transport,
        "default",
        "simulated",
        "none",
        gating,
        payloadBytes,
        "irq",
        "same-core",
        1,
        "write-back",
        "closed",
        null,
        "ns/op",
        median,
        1000,
        25.0,
        null,
        null,
        null,
        null,
        null,
        1e9 / median,
        payloadBytes * 1e9 / median,
        null,
        new OperationCounters(1.0, 0.0, 0.0, 0.0, 0.0, null, null),
        forks,
        median / 1000,
        "bare trap",
        true,
        null,
        List.of());
  }
}
