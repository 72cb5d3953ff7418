package org.hgbench.harness.benchmark;

import java.nio.file.Path;
import org.hgbench.harness.link.Link;
import org.hgbench.harness.link.LinkSpec;
import org.hgbench.machine.counter.CounterValues;
import org.hgbench.machine.settings.Settings;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;

/// A link and what is observed around its iterations. Shared by every benchmark of a transport.
///
/// Around each measured iteration, outside the timed section, it reads the machine's counters and
/// the threads' account of allocation and processor time. At both ends of the fork it measures the
/// floor.
@State(Scope.Benchmark)
public class LinkState {
  /// Where the fork leaves its report; without it nothing is written.
  public static final String REPORT_PROPERTY = "hgbench.fork.report";

  /// The transport; `none` is the control.
  @Param({"none", "hgsmi", "hgcm"})
  public String transport;

  /// Which realisation of bulk transfers.
  @Param("default")
  public String variant;

  /// Payload of `write` and `read` in bytes.
  @Param("16")
  public int payloadBytes;

  /// How the guest learns that an answer is there.
  @Param("irq")
  public String waitStrategy;

  /// Settings of the boundary, `key=value` separated by semicolons.
  @Param("Boundary/Name=simulated")
  public String boundary;

  /// The link under test.
  public Link link;

  private long sequence;
  private Floor floor;
  private double floorBefore;
  private ThreadAccount account;
  private CounterValues countersBefore;
  private ThreadAccount.Reading threadsBefore;
  private long sequenceBefore;
  private final ForkReport report = new ForkReport();
  private final DisturbanceWatch watch = new DisturbanceWatch();

  /// The number of the next operation.
  public long next() {
    return sequence++;
  }

  /// Opens the link.
  @Setup(Level.Trial)
  public void open() {
    link = new LinkSpec(transport, variant, payloadBytes, waitStrategy, parse(boundary)).open();
    floor = Floor.below(link, transport, payloadBytes);
  }

  /// Begins to observe an iteration. The floor is measured before the first that counts, when the
  /// code that it shares with the operation is warm.
  @Setup(Level.Iteration)
  public void begin(IterationParams iteration) {
    if (account == null) {
      account = new ThreadAccount(Thread.currentThread());
    }
    if (floorBefore == 0 && iteration.getType() == IterationType.MEASUREMENT) {
      floorBefore = floor.measure();
      watch.begin();
    }
    sequenceBefore = sequence;
    countersBefore = link.counters();
    threadsBefore = account.read();
  }

  /// Adds what was observed, if the iteration counts.
  @TearDown(Level.Iteration)
  public void end(IterationParams iteration) {
    if (iteration.getType() == IterationType.MEASUREMENT) {
      report.add(
          sequence - sequenceBefore,
          link.counters().since(countersBefore),
          account.read().since(threadsBefore));
    }
  }

  /// Measures the floor again, compares what both ends saw, and writes the report.
  @TearDown(Level.Trial)
  public void close() {
    report.disturbed(watch.end());
    try (Link closing = link) {
      double floorAfter = floor.measure();
      report.floor(floor.name(), floorBefore, floorAfter);
      report.verified(closing.verify());
      String target = System.getProperty(REPORT_PROPERTY);
      if (target != null) {
        report.write(Path.of(target));
      }
    }
  }

  private static Settings parse(String pairs) {
    return Settings.parse(java.util.List.of(pairs.split(";")));
  }
}
