package org.hgbench.harness.benchmark;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hgbench.harness.link.CellSpec;
import org.hgbench.harness.link.Link;
import org.hgbench.harness.link.Operation;
import org.hgbench.harness.link.Variant;
import org.hgbench.harness.link.Workload;
import org.hgbench.machine.counter.CounterValues;
import org.hgbench.machine.settings.Settings;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;

/// A link and what is observed around its iterations. Shared by the guest threads.
///
/// Around each measured iteration, outside the timed section, it reads the machine's counters and
/// the threads' account of allocation and processor time. At both ends of the fork it measures the
/// floor.
@State(Scope.Benchmark)
public class LinkState {
  /// Where the fork leaves its report; without it nothing is written.
  public static final String REPORT_PROPERTY = "hgbench.fork.report";

  /// What an operation does.
  @Param("notify")
  public String workload;

  /// The transport; `none` is the control.
  @Param({"none", "hgsmi", "hgcm"})
  public String transport;

  /// Which realisation.
  @Param("default")
  public String variant;

  /// Payload in bytes.
  @Param("16")
  public int payloadBytes;

  /// How the guest learns that an answer is there.
  @Param("irq")
  public String waitStrategy;

  /// Where guest and host run.
  @Param("unpinned")
  public String placement;

  /// Settings of the boundary, `key=value` separated by semicolons.
  @Param("Boundary/Name=simulated")
  public String boundary;

  /// The link under test.
  Link link;

  private final List<GuestState> guests = new CopyOnWriteArrayList<>();
  private Floor floor;
  private double floorBefore;
  private ThreadAccount account;
  private CounterValues countersBefore;
  private ThreadAccount.Reading threadsBefore;
  private long operationsBefore;
  private final ForkReport report = new ForkReport();
  private final DisturbanceWatch watch = new DisturbanceWatch();

  /// Puts a figure into the fork's report.
  void note(String name, double value) {
    report.note(name, value);
  }

  /// Opens the link.
  @Setup(Level.Trial)
  public void open(BenchmarkParams benchmark) {
    CellSpec spec =
        new CellSpec(
            Workload.of(workload),
            transport,
            new Variant(variant),
            payloadBytes,
            waitStrategy,
            placement,
            benchmark.getThreads(),
            Settings.parse(List.of(boundary.split(";")))
                .with(UserSettings.of(workload, transport)));
    link = spec.open();
    floor = Floor.below(link, spec);
  }

  /// A guest thread begins.
  Operation join(GuestState guest, int index) {
    guests.add(guest);
    return link.operation(index);
  }

  /// Begins to observe an iteration. The floor is measured before the first that counts, when the
  /// code that it shares with the operation is warm.
  @Setup(Level.Iteration)
  public void begin(IterationParams iteration) {
    if (account == null) {
      account = new ThreadAccount(guests.stream().map(GuestState::thread).toList());
    }
    if (floorBefore == 0 && iteration.getType() == IterationType.MEASUREMENT) {
      floorBefore = floor.measure();
      watch.begin();
    }
    operationsBefore = operations();
    countersBefore = link.counters();
    threadsBefore = account.read();
  }

  /// Adds what was observed, if the iteration counts.
  @TearDown(Level.Iteration)
  public void end(IterationParams iteration) {
    if (iteration.getType() == IterationType.MEASUREMENT) {
      report.add(
          operations() - operationsBefore,
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

  private long operations() {
    return guests.stream().mapToLong(GuestState::operations).sum();
  }
}
