package org.hgbench.results;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.hgbench.results.io.HistogramLog;
import org.hgbench.results.io.RunDirectory;
import org.hgbench.results.io.RunWriter;
import org.hgbench.results.model.Claim;
import org.hgbench.results.model.Disturbance;
import org.hgbench.results.model.Environment;
import org.hgbench.results.model.Fork;
import org.hgbench.results.model.Measurement;
import org.hgbench.results.model.OperationCounters;
import org.hgbench.results.model.Run;
import org.hgbench.results.model.Yardstick;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A run directory as the harness would write it, invented from a seed: two modelled trap costs,
/// four workloads, both transports and the control, ten forks each.
public final class SampleRun {
  static final int FORKS = 10;
  private static final Instant START = Instant.parse("2026-11-23T05:00:00Z");
  private static final Map<Long, Run> RUNS = new ConcurrentHashMap<>();
  private static final Map<Level, Map<String, byte[]>> FILES = new ConcurrentHashMap<>();
  private static final double[] QUANTILES = {0.5, 0.9, 0.99, 0.999, 1};

  private final Random random;
  private final double slowdown;
  private final List<Measurement> measurements = new ArrayList<>();
  private final List<List<Histogram>> histograms = new ArrayList<>();
  private int measured;

  private SampleRun(long seed, double slowdown) {
    this.random = new Random(seed);
    this.slowdown = slowdown;
    for (Cost cost : Cost.values()) {
      single(cost, "notify");
      single(cost, "call");
      for (int bytes = 64; bytes <= 1 << 20; bytes *= 4) {
        pair(cost, "write", bytes);
        pair(cost, "read", bytes);
      }
    }
  }

  /// The directory of a whole run.
  public static RunDirectory write(RunDirectory directory, long seed) throws IOException {
    return write(directory, seed, 1);
  }

  /// The directory of a run in which everything took `slowdown` times as long.
  public static RunDirectory write(RunDirectory directory, long seed, double slowdown)
      throws IOException {
    Path root = Files.createDirectories(directory.path());
    for (var file : FILES.computeIfAbsent(new Level(seed, slowdown), SampleRun::files).entrySet()) {
      Path target = root.resolve(file.getKey());
      Files.createDirectories(target.getParent());
      Files.write(target, file.getValue());
    }
    return directory;
  }

  /// What is in the directory of a run, by names relative to it.
  private static Map<String, byte[]> files(Level level) {
    SampleRun sample = new SampleRun(level.seed(), level.slowdown());
    try {
      Path root = Files.createTempDirectory("hgbench-sample");
      RunDirectory directory = new RunDirectory(root);
      RunWriter.write(directory, sample.run());
      for (int i = 0; i < sample.measurements.size(); i++) {
        if (!sample.histograms.get(i).isEmpty()) {
          HistogramLog.write(
              directory.histogram(sample.measurements.get(i).id()), sample.histograms.get(i));
        }
      }
      Map<String, byte[]> files = new TreeMap<>();
      try (Stream<Path> all = Files.walk(root)) {
        // Deepest first, so that directories are empty when they go.
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          if (Files.isRegularFile(path)) {
            files.put(root.relativize(path).toString(), Files.readAllBytes(path));
          }
          Files.delete(path);
        }
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Changes the measurements of a run, of which the seal is dropped.
  public static void change(RunDirectory directory, Consumer<ArrayNode> change) throws IOException {
    JsonMapper mapper = JsonMapper.shared();
    ObjectNode run = (ObjectNode) mapper.readTree(Files.readAllBytes(directory.runJson()));
    change.accept((ArrayNode) run.path("measurements"));
    run.remove("sha256");
    Files.write(directory.runJson(), mapper.writeValueAsBytes(run));
  }

  /// The text of a `run.json` without its seal, to be changed.
  public static String unsealed(String json) {
    return json.replaceFirst(",\\s*\"sha256\" : \"[0-9a-f]{64}\"", "");
  }

  /// The record of that run alone. It is made once: its latencies are half a million random
  /// numbers.
  public static Run run(long seed) {
    return RUNS.computeIfAbsent(seed, key -> new SampleRun(key, 1).run());
  }

  private Run run() {
    return new Run(
        Run.SCHEMA,
        START.toString(),
        at(FORKS, 0).toString(),
        List.of("java", "-jar", "hgbench.jar", "run", "--profile", "quick", "--out", "my runs"),
        "4f2a91c07d6be01c6b0f6d6f3e5f1b2a9c8d7e60",
        "quick",
        false,
        environment(),
        yardsticks(),
        measurements,
        claims(),
        List.of("2.1 % of processor time was given to other guests while this run went on."));
  }

  private void single(Cost cost, String workload) {
    pair(cost, workload, 16);
  }

  private void pair(Cost cost, String workload, int bytes) {
    if (cost == Cost.NONE) {
      measure(cost, workload, "none", bytes, 0.6 + 0.031 * perByte(workload, bytes));
    }
    double software = workload.equals("notify") ? 118 : 173;
    measure(cost, workload, "hgsmi", bytes, software + cost.trap + 0.12 * perByte(workload, bytes));
    double handover = workload.equals("notify") ? 6_900 : 8_200;
    measure(
        cost,
        workload,
        "hgcm",
        bytes,
        handover + 2 * cost.trap + cost.irq + 0.19 * perByte(workload, bytes));
  }

  // Forks of all measurements take turns.
  private static Instant at(int fork, int measurement) {
    return START.plusMillis(2_300L * (fork * 100 + measurement));
  }

  private static double perByte(String workload, int bytes) {
    return switch (workload) {
      case "notify", "call" -> 0;
      case "read" -> bytes * 1.18;
      default -> bytes;
    };
  }

  private void measure(Cost cost, String workload, String transport, int bytes, double mean) {
    boolean recorded = !transport.equals("none");
    boolean gating = recorded && (bytes == 16 || bytes == 64 << 10);
    List<Fork> forks = new ArrayList<>();
    List<Histogram> logs = new ArrayList<>();
    Histogram all = new Histogram(3);
    measured++;
    for (int fork = 0; fork < FORKS; fork++) {
      double level = mean * slowdown * Math.exp(0.035 * random.nextGaussian());
      Histogram histogram =
          recorded ? latencies(fork, level, transport, gating ? 20_000 : 2_500) : null;
      if (recorded) {
        all.add(histogram);
        logs.add(histogram);
      }
      forks.add(fork(fork, level, floor(cost, bytes), histogram));
    }
    double median = median(forks.stream().mapToDouble(Fork::nanosPerOperation).toArray());
    measurements.add(
        new Measurement(
            "%s-%d-%s-simulated-%s".formatted(workload, bytes, transport, cost.label),
            workload,
            transport,
            transport.equals("hgcm") && bytes > 16 ? "page-list" : "default",
            "simulated",
            cost.label,
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
            100,
            24.6,
            quantile(all, 0, FORKS),
            quantile(all, 1, FORKS),
            quantile(all, 2, FORKS),
            quantile(all, 3, FORKS),
            quantile(all, 4, FORKS),
            1e9 / median,
            bytes > 16 ? bytes * 1e9 / median : null,
            null,
            counters(transport, bytes, median),
            forks,
            median / floor(cost, bytes),
            bytes > 16 ? "copy bandwidth" : cost == Cost.NONE ? "checksum" : "bare trap",
            true,
            "good",
            warnings(cost, workload, transport, bytes)));
    histograms.add(logs);
  }

  private Fork fork(int number, double level, double floor, Histogram histogram) {
    List<Double> iterations =
        IntStream.range(0, 4)
            .mapToObj(i -> level * Math.exp(0.008 * random.nextGaussian()))
            .toList();
    return new Fork(
        at(number, measured).toString(),
        floor * Math.exp(0.01 * random.nextGaussian()),
        iterations,
        iterations.stream().mapToDouble(Double::doubleValue).average().orElseThrow(),
        quantile(histogram, 0, 1),
        quantile(histogram, 1, 1),
        quantile(histogram, 2, 1),
        quantile(histogram, 3, 1),
        quantile(histogram, 4, 1),
        (long) (8e8 / level),
        new Disturbance(
            "fair",
            800_000_000,
            10_000_000L,
            12,
            2,
            9_000_000,
            6_000_000,
            0,
            0,
            List.of("the JVM stood still 2 times, 9 of 800 ms, 6 ms the longest")));
  }

  // A body with a shoulder, and a tail of scheduling delays that grows thinner as it goes.
  private Histogram latencies(int fork, double level, String transport, int operations) {
    Histogram histogram = new Histogram(3);
    double shoulder = transport.equals("hgcm") ? 0.12 : 0.03;
    for (int i = 0; i < operations; i++) {
      double value = level * Math.exp(0.06 * random.nextGaussian());
      if (random.nextDouble() < shoulder) {
        value *= 1.25 + 0.3 * random.nextDouble();
      }
      if (random.nextDouble() < 0.004) {
        value += 2_500 / Math.pow(1 - random.nextDouble(), 0.7);
      }
      histogram.recordValue(Math.max(1, Math.round(value)));
    }
    histogram.setTag(Integer.toString(fork + 1));
    histogram.setStartTimeStamp(at(fork, measured).toEpochMilli());
    histogram.setEndTimeStamp(at(fork, measured).plusMillis(800).toEpochMilli());
    return histogram;
  }

  private static Double quantile(Histogram histogram, int index, int forks) {
    if (histogram == null || histogram.getTotalCount() == 0) {
      return null;
    }
    double quantile = QUANTILES[index];
    boolean supported =
        quantile == 1 || histogram.getTotalCount() / forks * (1 - quantile) >= 9.999;
    return supported ? (double) histogram.getValueAtPercentile(quantile * 100) : null;
  }

  private static double floor(Cost cost, int bytes) {
    return bytes > 16 ? bytes / 9.4 + 20 : cost == Cost.NONE ? 31 : cost.trap;
  }

  private static OperationCounters counters(String transport, int bytes, double nanos) {
    return switch (transport) {
      case "hgsmi" -> new OperationCounters(1.0, 0.0, 0.0, 0.0, 0.1, nanos, 0.0);
      case "hgcm" ->
          new OperationCounters(
              2.0, 1.0, 1.0, bytes > 16 ? 2.0 * bytes : 32.0, 0.3, nanos * 0.55, nanos * 0.38);
      default -> new OperationCounters(0.0, 0.0, 0.0, 0.0, 0.0, nanos, null);
    };
  }

  private static List<String> warnings(Cost cost, String workload, String transport, int bytes) {
    if (cost == Cost.NONE && transport.equals("hgcm") && workload.equals("call")) {
      return List.of("2 of 10 forks were disturbed: context switches 3.4 times the norm.");
    }
    if (cost == Cost.VIRTUALBOX && transport.equals("hgcm") && bytes == 1 << 20) {
      return List.of("suspect: 2.04 traps per operation where the protocol predicts 2.");
    }
    return List.of();
  }

  private static Environment environment() {
    return new Environment(
        "AMD EPYC 9R14 96-Core Processor",
        2,
        8L << 30,
        "Debian GNU/Linux 12 (bookworm)",
        "6.18.44",
        "KVM",
        "Eclipse Temurin 25.0.3+9-LTS",
        List.of("--enable-native-access=ALL-UNNAMED", "-XX:CompileCommand=quiet"),
        null,
        "kvm-clock",
        24.6,
        10.0,
        2.1,
        "fair",
        List.of(
            new Environment.Finding("clock source", "kvm-clock", "good", null),
            new Environment.Finding(
                "processors",
                "2",
                "fair",
                "use a machine with at least 4 processors, so that nothing else shares a core"),
            new Environment.Finding("steal", "2.1 %", "fair", "use a dedicated host")));
  }

  private List<Yardstick> yardsticks() {
    return List.of(
        yardstick("bare trap", "simulated", "none", 0, "ns/op", 6.4),
        yardstick("bare trap", "simulated", "virtualbox-2018", 0, "ns/op", 4_791),
        yardstick("hand-over", null, null, 0, "ns/op", 11_840),
        yardstick("checksum", null, null, 24, "ns/op", 31),
        yardstick("copy bandwidth", null, null, 64 << 10, "B/s", 9.4e9));
  }

  private Yardstick yardstick(
      String name, String boundary, String cost, int bytes, String unit, double value) {
    List<Double> forks =
        IntStream.range(0, FORKS)
            .mapToObj(i -> value * Math.exp(0.02 * random.nextGaussian()))
            .toList();
    String placement = name.equals("hand-over") ? "cross-core" : null;
    return new Yardstick(name, boundary, cost, placement, null, bytes, 1, unit, value, forks);
  }

  private static List<Claim> claims() {
    return List.of(
        new Claim(
            "C1",
            "Reads and writes of HGSMI memory by either side cause no trap.",
            "not measured here",
            false,
            null,
            List.of()),
        new Claim(
            "C2",
            "The guest informs the host with one port write.",
            "holds",
            true,
            "1.00 traps per HGSMI notify, counted by the device.",
            List.of("notify-16-hgsmi-simulated-none")),
        new Claim(
            "C3",
            "The host informs the guest by interrupt, or the guest polls a port.",
            "not measured here",
            false,
            null,
            List.of()),
        new Claim(
            "C4",
            "HGSMI is faster than HGCM.",
            "holds",
            true,
            "In all 16 pairs; smallest ratio 1.62× for write, 1 MiB.",
            List.of(
                "call-16-hgsmi-simulated-virtualbox-2018",
                "call-16-hgcm-simulated-virtualbox-2018")));
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    java.util.Arrays.sort(sorted);
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  private record Level(long seed, double slowdown) {}

  private enum Cost {
    NONE("none", 6, 2),
    VIRTUALBOX("virtualbox-2018", 4_790, 960);

    private final String label;
    private final double trap;
    private final double irq;

    Cost(String label, double trap, double irq) {
      this.label = label;
      this.trap = trap;
      this.irq = irq;
    }
  }
}
