package org.hgbench.results;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.hgbench.results.io.HistogramLog;
import org.hgbench.results.io.RunDirectory;
import org.hgbench.results.io.RunWriter;
import org.hgbench.results.model.Disturbance;
import org.hgbench.results.model.Fork;
import org.hgbench.results.model.Measurement;
import org.hgbench.results.model.OperationCounters;
import org.hgbench.results.model.Run;
import org.hgbench.results.model.Yardstick;

/// A run of about 500 measurements, invented from a seed: all workloads, their variants, sizes,
/// placements, ways of waiting, guest threads, three boundaries and a sweep over the trap cost.
public final class FullRun {
  private static final Instant START = Instant.parse("2026-11-23T05:00:00Z");
  private static final double BARE_TRAP = 1_400;

  private final Random random;
  private final int forks;
  private final double slowdown;
  private final List<Measurement> measurements = new ArrayList<>();
  private final Map<String, List<Histogram>> histograms = new HashMap<>();

  private FullRun(long seed, int forks, double slowdown) {
    this.random = new Random(seed);
    this.forks = forks;
    this.slowdown = slowdown;
    for (String placement : List.of("same-core", "cross-core", "unpinned")) {
      everything("kvm", null, BARE_TRAP, placement, "irq", placement.equals("unpinned"));
    }
    everything("kvm", null, BARE_TRAP, "cross-core", "poll", false);
    everything("process", null, 4_700, "unpinned", "irq", false);
    for (double trap : new double[] {5, 950, 4_780, 20_000}) {
      String cost =
          trap == 5 ? "none" : trap == 4_780 ? "virtualbox-2018" : "custom-%.0f".formatted(trap);
      everything("simulated", cost, trap, "unpinned", "irq", false);
    }
    for (int threads : new int[] {2, 4}) {
      pair("call", "default", "default", 16, "simulated", "none", 5, "unpinned", "irq", threads);
    }
  }

  /// The directory of such a run.
  public static RunDirectory write(RunDirectory directory, long seed, int forks, double slowdown)
      throws IOException {
    FullRun full = new FullRun(seed, forks, slowdown);
    RunWriter.write(directory, full.run());
    for (var entry : full.histograms.entrySet()) {
      HistogramLog.write(directory.histogram(entry.getKey()), entry.getValue());
    }
    return directory;
  }

  /// The record of such a run alone.
  public static Run run(long seed, int forks) {
    return new FullRun(seed, forks, 1).run();
  }

  private Run run() {
    Run sample = SampleRun.run(1);
    return new Run(
        Run.SCHEMA,
        START.toString(),
        START.plusSeconds(7_000).toString(),
        List.of("hgbench", "run", "--profile", "full"),
        sample.gitRevision(),
        "full",
        false,
        sample.environment(),
        List.of(
            trap("kvm", null, BARE_TRAP),
            trap("process", null, 4_700),
            trap("simulated", "none", 5),
            trap("simulated", "custom-950", 950),
            trap("simulated", "virtualbox-2018", 4_780),
            trap("simulated", "custom-20000", 20_000)),
        measurements,
        List.of(),
        List.of());
  }

  private static Yardstick trap(String boundary, String cost, double nanos) {
    return new Yardstick(
        "bare trap", boundary, cost, null, null, 0, 1, "ns/op", nanos, List.of(nanos));
  }

  private boolean gates;

  private void everything(
      String boundary, String cost, double trap, String placement, String wait, boolean gating) {
    gates = gating;
    for (String workload : List.of("touch", "notify", "call", "event", "duplex")) {
      pair(workload, "default", "default", 16, boundary, cost, trap, placement, wait, 1);
    }
    gates = false;
    for (int bytes : new int[] {64, 4 << 10, 64 << 10, 1 << 20, 4 << 20}) {
      gates = gating && bytes == 64 << 10;
      pair("write", "default", "page-list", bytes, boundary, cost, trap, placement, wait, 1);
      pair("read", "default", "page-list", bytes, boundary, cost, trap, placement, wait, 1);
      gates = false;
    }
    for (String variant : List.of("embedded", "contiguous", "no-bounce")) {
      measure("write", variant, "hgcm", 64 << 10, boundary, cost, trap, placement, wait, 1);
      measure("read", variant, "hgcm", 64 << 10, boundary, cost, trap, placement, wait, 1);
    }
    for (String variant : List.of("when-full", "every-1", "every-8", "every-64", "refresh")) {
      measure("stream", variant, "hgsmi", 64, boundary, cost, trap, placement, wait, 1);
    }
    for (String variant : List.of("1-per-call", "8-per-call", "64-per-call")) {
      measure("stream", variant, "hgcm", 64, boundary, cost, trap, placement, wait, 1);
    }
  }

  private void pair(
      String workload,
      String hgsmi,
      String hgcm,
      int bytes,
      String boundary,
      String cost,
      double trap,
      String placement,
      String wait,
      int threads) {
    measure(workload, hgsmi, "hgsmi", bytes, boundary, cost, trap, placement, wait, threads);
    measure(workload, hgcm, "hgcm", bytes, boundary, cost, trap, placement, wait, threads);
  }

  private void measure(
      String workload,
      String variant,
      String transport,
      int bytes,
      String boundary,
      String cost,
      double trap,
      String placement,
      String wait,
      int threads) {
    boolean hgsmi = transport.equals("hgsmi");
    double handOver = placement.equals("same-core") ? 2_000 : wait.equals("poll") ? 900 : 6_500;
    double batch = variant.matches("(every-|)\\d+(-per-call|)") ? variantBatch(variant) : 1;
    double mean =
        slowdown * ((hgsmi ? 120 + trap : 600 + 2 * trap + handOver) / batch + 0.15 * bytes);
    String id =
        String.join(
            "-",
            workload,
            transport,
            variant,
            bytes + "B",
            boundary,
            String.valueOf(cost),
            wait,
            placement,
            threads + "t");
    List<Fork> all = new ArrayList<>();
    for (int i = 0; i < forks; i++) {
      all.add(fork(i, mean * Math.exp(0.03 * random.nextGaussian())));
    }
    double[] sorted = all.stream().mapToDouble(Fork::nanosPerOperation).sorted().toArray();
    double median = (sorted[(forks - 1) / 2] + sorted[forks / 2]) / 2;
    Histogram recorded = gates ? record(id, all) : null;
    measurements.add(
        new Measurement(
            id,
            workload,
            transport,
            variant,
            boundary,
            cost,
            gates,
            bytes,
            wait,
            placement,
            threads,
            "write-back",
            "closed",
            null,
            "ns/op",
            median,
            100,
            24.6,
            recorded == null ? null : (double) recorded.getValueAtPercentile(50),
            recorded == null ? null : (double) recorded.getValueAtPercentile(90),
            recorded == null ? null : (double) recorded.getValueAtPercentile(99),
            null,
            recorded == null ? null : (double) recorded.getMaxValue(),
            1e9 / median,
            bytes > 16 ? bytes * 1e9 / median : null,
            null,
            new OperationCounters(
                hgsmi ? 1.0 : 2.0, hgsmi ? 0.0 : 1.0, hgsmi ? 0.0 : 1.0, 0.0, 0.0, median, 0.0),
            all,
            median / trap,
            "bare trap",
            true,
            "fair",
            random.nextInt(10) == 0
                ? List.of("unsettled: in 3 forks the second half differs by more than 10 %")
                : List.of()));
  }

  private static double variantBatch(String variant) {
    return Double.parseDouble(variant.replaceAll("\\D", ""));
  }

  private Fork fork(int number, double nanos) {
    Instant at = START.plusMillis(2_300L * (number * 500L + measurements.size()) / 200);
    boolean disturbed = random.nextInt(40) == 0;
    Disturbance seen =
        new Disturbance(disturbed ? "poor" : "good", 800_000_000, 0L, 3, 0, 0, 0, 0, 0, List.of());
    double level = disturbed ? 1.3 * nanos : nanos;
    List<Double> iterations =
        IntStream.range(0, 4)
            .mapToObj(i -> level * Math.exp(0.008 * random.nextGaussian()))
            .toList();
    return new Fork(
        at.toString(),
        BARE_TRAP * Math.exp(0.01 * random.nextGaussian()),
        iterations,
        level,
        level,
        1.2 * level,
        2 * level,
        null,
        30 * level,
        (long) (8e8 / level),
        seen);
  }

  /// The latencies of all forks, each kept in its log.
  private Histogram record(String id, List<Fork> forks) {
    Random latencies = new Random(id.hashCode());
    List<Histogram> logs = new ArrayList<>();
    Histogram all = new Histogram(3);
    for (Fork fork : forks) {
      Histogram histogram = new Histogram(3);
      histogram.setTag(Integer.toString(logs.size() + 1));
      latencies
          .doubles(4_000)
          .mapToLong(u -> (long) (fork.nanosPerOperation() / Math.pow(u, 0.1)))
          .forEach(histogram::recordValue);
      logs.add(histogram);
      all.add(histogram);
    }
    histograms.put(id, logs);
    return all;
  }
}
