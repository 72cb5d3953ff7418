package org.hgbench.harness.benchmark;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.hgbench.harness.link.Verification;
import org.hgbench.machine.counter.CounterValues;
import org.hgbench.results.model.Disturbance;

/// What a fork found besides JMH's own result, as a small file of properties: sums over its
/// measured iterations, both floors, what disturbed it, and whether every byte arrived. Every fork
/// loads this, so it does without a library for richer files, whose loading is dear.
public final class ForkReport {
  private final Properties values = new Properties();

  ForkReport() {}

  /// Reads the file that a fork wrote.
  public static ForkReport read(Path file) throws IOException {
    ForkReport report = new ForkReport();
    try (Reader reader = Files.newBufferedReader(file)) {
      report.values.load(reader);
    }
    return report;
  }

  void add(long operations, CounterValues counted, ThreadAccount.Reading threads) {
    sum("operations", operations);
    sum("traps", counted.traps());
    sum("interrupts", counted.interrupts());
    sum("handovers", counted.handovers());
    sum("bytesCopied", counted.bytesCopied());
    // Of the last iteration alone: what compiled code allocates, not what warming up does.
    set("warmOperations", operations);
    set("warmBytesAllocated", threads.allocatedBytes());
    sum("emtCpuNanos", threads.emtCpuNanos());
    sum("otherCpuNanos", threads.otherCpuNanos());
  }

  void floor(String name, double beforeNanos, double afterNanos) {
    values.setProperty("floor", name);
    values.setProperty("floorBefore", Double.toString(beforeNanos));
    values.setProperty("floorAfter", Double.toString(afterNanos));
  }

  void disturbed(Disturbance disturbance) {
    if (disturbance == null) {
      return;
    }
    values.setProperty("grade", disturbance.grade());
    set("observedNanos", disturbance.observedNanos());
    if (disturbance.stolenNanos() != null) {
      set("stolenNanos", disturbance.stolenNanos());
    }
    set("involuntarySwitches", disturbance.involuntarySwitches());
    set("pauses", disturbance.pauses());
    set("pausedNanos", disturbance.pausedNanos());
    set("longestPauseNanos", disturbance.longestPauseNanos());
    set("throttledNanos", disturbance.throttledNanos());
    set("majorFaults", disturbance.majorFaults());
    values.setProperty("reasons", String.join("\n", disturbance.reasons()));
  }

  void verified(Verification verification) {
    values.setProperty("checksumOk", Boolean.toString(verification.ok()));
    values.setProperty("checksumDetail", verification.detail());
  }

  void note(String name, double value) {
    values.setProperty(name, Double.toString(value));
  }

  void write(Path file) {
    try (Writer writer = Files.newBufferedWriter(file)) {
      values.store(writer, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A sum over the measured iterations, such as `traps` or `operations`; what begins with `warm`
  /// is of the last iteration alone.
  public long sum(String name) {
    return Long.parseLong(values.getProperty(name, "0"));
  }

  /// What a state of the fork noted.
  ///
  /// @throws IllegalStateException if it noted no such thing
  public double noted(String name) {
    String value = values.getProperty(name);
    if (value == null) {
      throw new IllegalStateException("the fork noted no " + name);
    }
    return Double.parseDouble(value);
  }

  /// Name of the floor.
  public String floorName() {
    return values.getProperty("floor", "none");
  }

  /// Mean of the floor before and after, in nanoseconds.
  public double floorNanos() {
    return (Double.parseDouble(values.getProperty("floorBefore", "0"))
            + Double.parseDouble(values.getProperty("floorAfter", "0")))
        / 2;
  }

  /// What disturbed it; null where nobody watched.
  public Disturbance disturbance() {
    String grade = values.getProperty("grade");
    if (grade == null) {
      return null;
    }
    String stolen = values.getProperty("stolenNanos");
    return new Disturbance(
        grade,
        sum("observedNanos"),
        stolen == null ? null : Long.valueOf(stolen),
        sum("involuntarySwitches"),
        sum("pauses"),
        sum("pausedNanos"),
        sum("longestPauseNanos"),
        sum("throttledNanos"),
        sum("majorFaults"),
        values.getProperty("reasons").lines().toList());
  }

  /// Whether every byte arrived as it was sent.
  public boolean checksumOk() {
    return Boolean.parseBoolean(values.getProperty("checksumOk"));
  }

  /// What differed.
  public String checksumDetail() {
    return values.getProperty("checksumDetail", "no report");
  }

  private void sum(String name, long amount) {
    set(name, sum(name) + amount);
  }

  private void set(String name, long value) {
    values.setProperty(name, Long.toString(value));
  }
}
